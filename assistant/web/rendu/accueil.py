"""The parts of the page around the conversation: heading, welcome with examples, notices, foot."""

from collections.abc import Sequence

from assistant.web.rendu.savoir import Savoir
from assistant.web.rendu.surete import bouton, echapper
from assistant.web.textes import Textes

__all__ = ["accueil", "avis", "entete", "pied"]

EXEMPLES = {
    "salarie": ("salarie_1", "salarie_2"),
    "manager": ("manager_1", "manager_2"),
    "rh": ("rh_1", "rh_2"),
}
_FICHES_NOMMEES = 3


def entete(t: Textes) -> str:
    """Skip link, title, what it is for, and its limits in one line."""
    marches = '<span class="logo" aria-hidden="true"><i></i><i></i><i></i></span>'
    return (
        f'<a class="saut" href="#zone">{t("page.contenu")}</a>'
        f'<header class="entete" data-langue="{t.langue}"{_mots_de_gradio(t)}>'
        f"{marches}<h1>{t('page.titre')}</h1>"
        f'<p class="sous-titre">{t("page.sous_titre")}</p></header>'
        f'<p class="limites">{t("page.limites")}</p>'
    )


def _mots_de_gradio(t: Textes) -> str:
    """What `page.js` says in place of Gradio's own notice, which is in English only."""
    probleme, hors_ligne = echapper(t("avis.probleme")), echapper(t("avis.hors_ligne"))
    return f' data-probleme="{probleme}" data-hors-ligne="{hors_ligne}"'


def accueil(t: Textes, savoir: Savoir) -> str:
    """The welcome: examples by role, each sent by one click; then what is known."""
    roles = "".join(_role(role, exemples, t) for role, exemples in EXEMPLES.items())
    return (
        f'<section class="accueil" lang="{t.langue}"><h2>{t("accueil.titre")}</h2>'
        f'<p class="aide">{t("accueil.aide")}</p><div class="roles">{roles}</div>'
        f'<p class="aide">{echapper(_etendue(savoir, t))}</p></section>'
    )


def _role(role: str, exemples: Sequence[str], t: Textes) -> str:
    textes = [t.un_de("exemple", nom) for nom in exemples]
    boutons = [bouton("exemple", "demander", echapper(texte), texte=texte) for texte in textes]
    points = "".join(f"<li>{b}</li>" for b in boutons)
    return f'<section class="role"><h3>{t.un_de("role", role)}</h3><ul>{points}</ul></section>'


def _etendue(savoir: Savoir, t: Textes) -> str:
    entieres = [savoir.fiches[code] for code in savoir.entieres]
    if len(entieres) > _FICHES_NOMMEES:
        return t("accueil.etendue_nombre", nombre=len(savoir.fiches), entieres=len(entieres))
    nommees = ", ".join(entieres) or "–"
    return t("accueil.etendue", nombre=len(savoir.fiches), entieres=nommees)


def avis(texte: str, actions: str = "") -> str:
    """A notice in the conversation: an error or a limit, as a sentence; `actions` is HTML."""
    return f'<div class="avis" role="note"><p>{echapper(texte)}</p>{actions}</div>' if texte else ""


def pied(t: Textes) -> str:
    """The foot of the page."""
    return f'<footer class="pied"><p>{t("page.pied")}</p></footer>'
