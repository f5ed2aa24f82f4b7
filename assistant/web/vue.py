"""What the page shows of a session: the past turns, the present one, the notices."""

from assistant.web import rendu
from assistant.web.prechauffage import Prechauffage
from assistant.web.session import Panne, Session, Tour
from assistant.web.textes import Textes

__all__ = ["Vue"]


class Vue:
    """Renders sessions; `savoir` holds the cited passages and the titles of fiches."""

    def __init__(self, savoir: rendu.Savoir) -> None:
        self._savoir = savoir

    def passe(self, session: Session) -> str:
        """The turns before the present one, no longer to be acted on."""
        tours = session.tours if session.en_attente else session.tours[:-1]
        return "".join(self._tour(n, tour, courant=False) for n, tour in enumerate(tours, 1))

    def present(
        self,
        session: Session,
        t: Textes,
        partie: str | None = None,
        preparation: Prechauffage | None = None,
    ) -> str:
        """The turn being answered or just answered (up to `partie`), or the welcome."""
        if session.en_attente:
            dit = _preparation(preparation, t) if preparation else t("tour.cherche")
            return rendu.en_attente(len(session.tours) + 1, session.en_attente, dit, t)
        if not session.tours:
            return self.memoire(session.panne, t) + rendu.accueil(t, self._savoir)
        tour = self._tour(len(session.tours), session.tours[-1], courant=True, partie=partie, t=t)
        return tour if partie is not None else self.memoire(session.panne, t) + tour

    def memoire(self, panne: Panne | None, t: Textes) -> str:
        """Says that the conversation is not kept, and why; "" while it is."""
        if panne is None:
            return ""
        modele = t.un_de("magasin", panne.cause)
        return rendu.avis(t("avis.memoire", raison=modele.format(chemin=panne.chemin)))

    def _tour(
        self,
        numero: int,
        tour: Tour,
        *,
        courant: bool,
        partie: str | None = None,
        t: Textes | None = None,
    ) -> str:
        if tour.reponse is None:
            return rendu.tour_en_erreur(numero, tour.question, tour.erreur, t or Textes(None))
        return rendu.tour(
            numero, tour.question, tour.reponse, self._savoir, courant=courant, partie=partie
        )


def _preparation(prechauffage: Prechauffage, t: Textes) -> str:
    part = prechauffage.pourcentage
    return t("tour.prepare") if part is None else t("tour.construit", part=part)
