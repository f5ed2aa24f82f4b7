"""The working paper of one calculation: collects motifs, only of rules that are in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.classification.fiche import Fiche
from assistant.classification.grille import Categorie
from assistant.classification.referentiel import Referentiel
from assistant.classification.regle import Article, Motif
from assistant.classification.situation import Situation

__all__ = ["Dossier"]


@dataclass(slots=True)
class Dossier:
    """Facts, knowledge and day of one calculation, and the motifs gathered so far."""

    situation: Situation
    referentiel: Referentiel
    jour: date
    fiche: Fiche | None = None
    motifs: list[Motif] = field(default_factory=list)

    def noter(
        self,
        regle_id: str,
        faits: tuple[str, ...],
        categorie: Categorie | None = None,
        **variables: object,
    ) -> bool:
        """Apply a rule: add its motif and return True; False where the rule is not in force.

        A conclusion is drawn only where this returns True, so that taking a rule away takes
        both its motif and its effect away.
        """
        return self._noter(regle_id, faits, categorie, None, variables)

    def noter_lieu(
        self, lieu: Article, regle_id: str, faits: tuple[str, ...], /, **variables: object
    ) -> bool:
        """As `noter`, citing also the place of a fiche's own rule ("fiche G.9.1, classement")."""
        return self._noter(regle_id, faits, None, lieu, variables)

    def en_vigueur(self, regle_id: str) -> bool:
        """True when `noter` would apply the rule."""
        regle = self.referentiel.regles.get(regle_id)
        if regle is None:
            return False
        depuis = regle.article(self.fiche.categorie if self.fiche else None).depuis
        return depuis is None or self.jour >= depuis

    def _noter(
        self, regle_id: str, faits: tuple[str, ...], categorie: Categorie | None,
        lieu: Article | None, variables: Mapping[str, object],
    ) -> bool:
        regle = self.referentiel.regles.get(regle_id)
        if regle is None:
            return False
        if categorie is None and self.fiche is not None:
            categorie = self.fiche.categorie
        article = regle.article(categorie)
        if article.depuis is not None and self.jour < article.depuis:
            return False
        if lieu is not None:
            article = replace(article, article=f"{article.article} ; {lieu.article}", url=lieu.url)
        textes = {n: _en_mots(v) for n, v in variables.items()}
        self.motifs.append(Motif(regle, article, faits, textes))
        return True

    def parametre(self, regle_id: str, nom: str) -> int | None:
        """A figure of a rule (a head count, a number of days); None where it is not in force."""
        regle = self.referentiel.regles.get(regle_id)
        return regle.parametres.get(nom) if regle else None


def _en_mots(valeur: object) -> str:
    if isinstance(valeur, tuple | list):
        return ", ".join(str(v) for v in valeur)
    return str(valeur)
