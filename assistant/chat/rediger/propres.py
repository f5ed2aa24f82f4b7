"""The firm's own fiches are named as such in every answer that rests on one."""

from __future__ import annotations

from assistant.chat.rediger.brouillon import Brouillon, placement

__all__ = ["signaler_propres"]


def signaler_propres(b: Brouillon) -> None:
    """Say which of the fiches spoken of are the firm's own, not the national directory's."""
    placee = b.positionnement.fiche if b.positionnement else None
    dite = b.comprehension.fiche if b.citations else None
    codes = dict.fromkeys((*b.fiches, *filter(None, (placee, dite))))
    fiches = (b.c.kb.fiches[code] for code in codes if code in b.c.kb.fiches)
    for fiche in fiches:
        if not fiche.entreprise or b.edition is not None:
            continue
        if b.texte("statut_entreprise", code=fiche.code, titre=", ".join(fiche.titres),
                   placement=placement(b, fiche)) in b.lignes:
            continue
        dit = b.texte("fiche_entreprise" if not fiche.nationale else "texte_entreprise", code=fiche.code)
        if dit not in b.lignes:
            b.lignes.append(dit)
