"""A code and a title side by side that name different fiches: the code counts, and it is said."""

from __future__ import annotations

from itertools import pairwise

from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.reponse import Behaviour
from assistant.classification import sans_accents

__all__ = ["signaler_desaccord"]

_ENTRE = motif(r"\W*(?:fiche|code|qualification)?\W*")


def signaler_desaccord(b: Brouillon) -> None:
    """Show both sides before the answer, which follows the code."""
    mentions = b.comprehension.mentions.de("fiche")
    plat = sans_accents(b.comprehension.question)
    for a, z in pairwise(mentions):
        if a.par_code == z.par_code or not _ENTRE.fullmatch(plat[a.fin : z.debut]):
            continue
        code, nom = (a, z) if a.par_code else (z, a)
        if any(code.valeurs[0] in m.valeurs for m in mentions if not m.par_code) or (
            b.comprehension.fiche != code.valeurs[0]
        ):
            continue  # the title of the code's fiche is named too
        if any(sans_accents(nom.texte) in sans_accents(t) for t in b.c.kb.fiches[code.valeurs[0]].titres):
            continue  # the beginning of its title
        fiche, autre = (b.c.kb.fiches[m.valeurs[0]] for m in (code, nom))
        b.lignes.insert(0, b.texte(
            "code_et_titre", code=fiche.code, titre=b.titre(fiche), nom=nom.texte,
            autre=autre.code,
        ))
        b.citer(b.c.kb.par_id.get(f"repertoire:{fiche.code}"),
                b.c.kb.par_id.get(f"repertoire:{autre.code}"))
        if b.behaviour in (Behaviour.ANSWER, Behaviour.ASK):
            b.behaviour = Behaviour.FLAG_INCONSISTENCY
        return
