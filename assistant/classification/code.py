"""Codes of fiches: one canonical spelling out of the many that are met (A.6.1, AC.II.1, A-6.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.classification.grille import Echelon, EchelonInvalide

__all__ = ["FILIERES", "Code", "CodeInvalide"]

FILIERES = ("A", "AA", "AAA", "B", "C", "CC", *"DEFGHIJKLMN", "Z")
_SEP = r"[.\-–—_ /]*"
_CADRE = re.compile(rf"(AAA|AA|CC|A|[B-N]|Z){_SEP}C{_SEP}(IV|V|I{{1,3}}|[1-5]){_SEP}(\d{{1,2}})")
_CC_CADRE = re.compile(rf"C{_SEP}C{_SEP}(IV|V|I{{1,3}}){_SEP}(\d{{1,2}})")
_SIMPLE = re.compile(rf"(AAA|AA|CC|A|[B-N]|Z){_SEP}(\d{{1,2}})[.\-–—_ /](\d{{1,2}})")
_AA_SEPARE = re.compile(r"^A\.(A)(?:\.(A))?(?=\.(?:\d|C))")
_ROMAINS = {"1": "I", "2": "II", "3": "III", "4": "IV", "5": "V"}


class CodeInvalide(ValueError):
    """A text that is no code of the directory; the message shows the form expected."""


@dataclass(frozen=True, slots=True, order=True)
class Code:
    """A fiche's code: filière, reference placement, number. ``str()`` gives "Z.23.1"."""

    filiere: str
    reference: Echelon
    numero: int

    @classmethod
    def lire(cls, texte: str) -> Code:
        """Read a code in any spelling met in the texts; raise CodeInvalide with the form expected.

        ``CCI1`` and ``CC.I.1`` are the cadres of filière C; ``CC.6.1`` is filière CC.
        """
        brut = texte.strip().upper().rstrip(".")
        brut = _AA_SEPARE.sub(lambda m: m[0].replace(".", ""), brut)
        try:
            if trouve := _CC_CADRE.fullmatch(brut):
                return cls("C", Echelon(niveau=trouve[1]), int(trouve[2]))
            if trouve := _CADRE.fullmatch(brut):
                niveau = _ROMAINS.get(trouve[2], trouve[2])
                return cls(trouve[1], Echelon(niveau=niveau), int(trouve[3]))
            if trouve := _SIMPLE.fullmatch(brut):
                reference = Echelon(numero=int(trouve[2]))
                if reference.est_reference:
                    return cls(trouve[1], reference, int(trouve[3]))
        except EchelonInvalide:
            pass
        raise CodeInvalide(
            f"« {texte.strip()[:30]} » n'est pas un code de fiche : on attend une filière, un "
            "échelon de référence et un numéro, comme A.6.1 ou Z.23.1 (cadres : Z.C.II.1)."
        )

    def __str__(self) -> str:
        if self.reference.numero is None:
            return f"{self.filiere}.C.{self.reference.niveau}.{self.numero}"
        return f"{self.filiere}.{self.reference.numero}.{self.numero}"
