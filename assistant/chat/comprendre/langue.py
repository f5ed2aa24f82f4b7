"""French or English? By small words; French when nothing tells."""

from __future__ import annotations

from assistant.chat.motif import motif
from assistant.classification import sans_accents

__all__ = ["langue_de"]

_MOTS = motif(r"[a-z']+")
_CITE = motif(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|(?<!\w)'.+?'(?!\w)")  # a title quoted, in its own language
_ANGLAIS = frozenset(
    "the a an is are am was were what which who how why when where can could should would do does "
    "did i i'm i've my me you your he she his her it its we our they their and or but if with "
    "without for of to in on at from as by not no yes have has had been be this that there than "
    "please tell give get job step pay wage employer boss work working good hello hi thanks "
    "about into more most also need needs want reach become recipe next year minimum level grade "
    "sheet highest lowest between difference".split()
)
_FRANCAIS = frozenset(
    "le la les un une des du de au aux est es suis sont etait c'est ce cet cette ces je j'ai j tu "
    "il elle on nous vous ils elles mon ma mes ton ta tes son sa ses notre votre leur et ou mais "
    "si avec sans pour par dans sur en chez qui que quoi quel quelle quels quelles comment combien "
    "pourquoi quand pas ne ni plus oui non y a ai as avons avez ont etre avoir fait fais peut peux "
    "dois doit faut l d qu'est est-ce salut bonjour merci pr koi ke c t patron boulot "
    "minimum l'echelon d'un d'une n'ai qu'un s'il bonsoir svp".split()
)
_COMMUNS = _ANGLAIS & _FRANCAIS


def langue_de(texte: str, precedente: str | None = None) -> str:
    """"fr" or "en". Where no small word tells, the language spoken before, else French."""
    propre = _CITE.sub(" ", texte.replace("’", "'"))
    mots = _MOTS.findall(sans_accents(propre)) or _MOTS.findall(sans_accents(texte))
    anglais = sum(m in _ANGLAIS and m not in _COMMUNS for m in mots)
    francais = sum(
        (m in _FRANCAIS and m not in _COMMUNS) or (m.split("'")[0] in {"l", "d", "j", "qu", "c", "n", "s"}
        and "'" in m) for m in mots
    )
    if anglais == francais:
        return precedente or "fr"
    return "en" if anglais > francais else "fr"
