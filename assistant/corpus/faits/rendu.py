"""Values as the YAML of knowledge/ writes them: short, one field a line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date

__all__ = ["champ_en_lignes", "en_ligne"]

_NU = re.compile(r"[A-Z]{1,3}(?:\.[A-Z0-9]{1,3}){2,3}|KALI[A-Z]+\d+|https://[^\s,{}\[\]]+"
                 r"|(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z_]+|(?:IV|V|I{1,3})(?: [ABC])?")
_LARGEUR_MAX, _COUPE = 140, 84  # a longer line is cut at the last comma before the second


def en_ligne(valeur: object) -> str:
    """One value in flow style: null, true, 2021-06-24, A.6.1, "un texte", [..], {..}."""
    if valeur is None or isinstance(valeur, bool):
        return json.dumps(valeur)
    if isinstance(valeur, date):
        return valeur.isoformat()
    if isinstance(valeur, Mapping):
        return "{" + ", ".join(f"{cle}: {en_ligne(v)}" for cle, v in valeur.items()) + "}"
    if isinstance(valeur, Sequence) and not isinstance(valeur, str):
        return "[" + ", ".join(map(en_ligne, valeur)) + "]"
    if isinstance(valeur, str):
        return valeur if _NU.fullmatch(valeur) else json.dumps(valeur, ensure_ascii=False)
    return f"{valeur:.2f}" if isinstance(valeur, float) else str(valeur)


def champ_en_lignes(nom: str, valeur: object) -> list[str]:
    """A field of a block entry, indented by four: long lists and mappings take several lines."""
    if isinstance(valeur, list) and valeur and isinstance(valeur[0], Mapping):
        return [f"    {nom}:", *(f"      - {en_ligne(v)}" for v in valeur)]
    if isinstance(valeur, Mapping):
        return [f"    {nom}:", *(ligne for cle, v in valeur.items()
                                 for ligne in _plier(f"      {cle}: {en_ligne(v)}"))]
    return [f"    {nom}: {en_ligne(valeur)}"]


def _plier(ligne: str) -> list[str]:
    """A mapping that does not fit is broken after a comma, aligned under its first key."""
    marge = " " * (ligne.index("{") + 1) if "{" in ligne else ""
    lignes = []
    while marge and len(ligne) > _LARGEUR_MAX:
        coupe = ligne.rindex(", ", 0, _COUPE) + 1
        lignes.append(ligne[:coupe])
        ligne = marge + ligne[coupe:].strip()
    return [*lignes, ligne]
