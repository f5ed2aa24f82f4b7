"""Where fiches say one can go, against the codes that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.classification import sans_accents
from assistant.corpus.audit.matiere import Matiere, cote_d_edition, en_jour
from assistant.corpus.audit.modeles import CONTRADICTION, LACUNE, Constat, Cote

__all__ = ["evolutions"]


_A_CREER = re.compile(r"fiches? a creer")


def evolutions(m: Matiere) -> Iterator[Constat]:
    """Codes of the evolution section that are unknown or deleted; one finding a print and code."""
    for edition in m.toutes():
        for item in edition.sections.get("evolution", ()):
            if _A_CREER.search(sans_accents(item.texte)):
                yield Constat(
                    "evolution_inconnue", m.gravite(edition, LACUNE), edition.code,
                    f"{edition.code} mène à une fiche annoncée « à créer », sans code.",
                    cote_d_edition(edition, "evolution", item.texte), None,
                )
        for code in edition.evolution:
            entree = m.repertoire.get(code)
            cote_a = cote_d_edition(edition, "evolution", code)
            if entree is None:
                yield Constat(
                    "evolution_inconnue", m.gravite(edition, CONTRADICTION), edition.code,
                    f"{edition.code} mène à {code}, que le répertoire ne connaît pas.",
                    cote_a, Cote("Répertoire", "repertoire.yaml", f"aucun code {code}"),
                )
            elif entree.statut == "supprime":
                quand = f" par l'accord du {en_jour(entree.fin)}" if entree.fin else ""
                yield Constat(
                    "evolution_supprimee", m.gravite(edition, CONTRADICTION), edition.code,
                    f"{edition.code} mène à {code}, fiche supprimée{quand}.",
                    cote_a, m.cote_du_repertoire(code, f"supprimée{quand}"),
                )
