"""The two sides of `knowledge diff`: a date, or a version of the data folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli.erreurs import ErreurDUsage

if TYPE_CHECKING:
    from assistant.corpus import KnowledgeBase
    from assistant.corpus.editions import EtatFiche
    from assistant.settings import Settings

__all__ = ["Cote", "Lecteur"]

_JOUR = re.compile(r"\d{4}-\d{2}-\d{2}")
_VERSION = re.compile(r"[0-9a-f]{4,16}")


@dataclass(frozen=True)
class Cote:
    """One side: how to name it, and the codes in force on it."""

    nom: str
    etats: Mapping[str, EtatFiche]


class Lecteur:
    """Reads sides; the current knowledge is loaded once for two dates."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._courante: KnowledgeBase | None = None

    def lire(self, mot: str) -> Cote:
        """The side a word names; raises ErreurDUsage saying what can be named."""
        if _JOUR.fullmatch(mot):
            return self._date(mot)
        if mot in ("courant", "precedent") or _VERSION.fullmatch(mot):
            return self._version(mot)
        raise ErreurDUsage(
            f"« {mot[:40]} » ne désigne rien à comparer : on attend une date (2016-06-22), "
            "« courant », « precedent » ou le nom d'une version (16 chiffres et lettres)."
        )

    def _date(self, mot: str) -> Cote:
        from assistant.cli.entree import lire_jour
        from assistant.corpus.editions import etat_du_repertoire

        jour, kb = lire_jour(mot), self._kb()
        assert jour is not None
        debut = min((e[0].date for e in kb.editions.values()), default=None)
        if debut is None:
            raise ErreurDUsage(
                "Comparer deux dates demande les textes officiels, qui ne sont pas dans le dossier "
                "de données. Pour les charger : echelon knowledge pull."
            )
        if jour < debut:
            raise ErreurDUsage(
                f"Le répertoire ne se lit par codes qu'à partir du {debut:%d/%m/%Y} : les fiches "
                "plus anciennes portent d'autres codes."
            )
        # a fiche that only the firm has stands at no date of the national directory
        national = {code: e for code, e in kb.repertoire.items() if e.source}
        return Cote(f"Répertoire du {jour:%d/%m/%Y}", etat_du_repertoire(national, kb.editions, jour))

    def _version(self, mot: str) -> Cote:
        from assistant.corpus import KnowledgeBase
        from assistant.corpus.editions import etat_courant

        dossier = self._dossier(mot)
        kb = KnowledgeBase.charger(self.settings.knowledge_dir, dossier)
        quoi = f"Version {dossier.name}" + (f" ({mot})" if mot in ("courant", "precedent") else "")
        return Cote(quoi, etat_courant(kb.repertoire, kb.editions, kb.textes))

    def _dossier(self, mot: str) -> Path:
        from assistant.corpus.officiel.depot import depot, lister

        lieu = depot(self.settings.data_dir)
        if mot in ("courant", "precedent"):
            rang, pointees = int(mot == "precedent"), lieu.versions()
            if len(pointees) <= rang:
                raise ErreurDUsage(
                    f"Il n'y a pas de version {'précédente' if rang else 'courante'} dans "
                    f"{lieu.racine}. « echelon knowledge versions » montre ce qui est là."
                )
            return lieu.dossier(pointees[rang])
        noms = [v.nom for v in lister(self.settings.data_dir)]
        trouves = [n for n in noms if n.startswith(mot)]
        if len(trouves) != 1:
            quoi = "désigne plusieurs versions" if trouves else "n'est pas une version enregistrée"
            raise ErreurDUsage(f"« {mot} » {quoi}. Versions : {', '.join(noms) or 'aucune'}.")
        return lieu.dossier(trouves[0])

    def _kb(self) -> KnowledgeBase:
        if self._courante is None:
            from assistant.cli.contexte import connaissances

            self._courante = connaissances(self.settings)
        return self._courante
