"""Fiches shown for the person to choose from: a line each, and the échelon they may share."""

from __future__ import annotations

from collections.abc import Collection

from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.fiche import placement
from assistant.classification import Fiche, Outcome, Positionnement, majores_de

__all__ = ["dire_commune", "dire_ligne"]

_LARGEUR = 200
_PHRASE = 6  # words from which an item of the objet says by itself what the job is for


def dire_ligne(b: Brouillon, fiche: Fiche, avec_objet: bool = False) -> None:
    """Titles, code and placement, and what the job is for where the text is known; cited."""
    code = str(fiche.code)
    if code not in b.fiches:
        b.fiches.append(code)
    b.dire("ligne_fiche", titre=", ".join(fiche.titres) or b.texte("sans_titre"), code=code,
           placement=placement(b, fiche))
    b.citer(b.c.kb.par_id.get(f"repertoire:{code}"))
    if not avec_objet or b.langue != "fr":
        return
    objet = next((
        o for o in b.de_section(fiche, "objet")
        if not o.texte.endswith(":") and len(o.texte.split()) >= _PHRASE
    ), None)
    if objet is not None:
        dit = objet.texte.rstrip(" ,;.")
        b.lignes[-1] += " — " + (
            dit if len(dit) <= _LARGEUR else dit[:_LARGEUR].rsplit(" ", 1)[0] + "…"
        )
        b.citer(objet)


def dire_commune(b: Brouillon, fiches: Collection[Fiche]) -> None:
    """The échelon they share, which is then known whichever of them it is."""
    references = {f.reference for f in fiches}
    if len(references) != 1:
        return
    commune = references.pop()
    b.dire("meme_echelon", echelon=commune)
    b.positionnement = Positionnement(
        Outcome.NEED_INFO, reference=commune, majores=majores_de(commune),
        faits_manquants=("fiche",),
    )
