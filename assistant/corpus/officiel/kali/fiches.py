"""One fiche from its lines: code, titles, sections, classement, evolution, anomalies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.corpus.markdown import Item
from assistant.corpus.officiel.kali.arbre import ArticleBrut
from assistant.corpus.officiel.kali.classement import classement_a_signaler, lire_classement
from assistant.corpus.officiel.kali.codes import code_en_tete, codes_cites, lire_code
from assistant.corpus.officiel.kali.decoupe import Bloc
from assistant.corpus.officiel.kali.html import Ligne
from assistant.corpus.officiel.kali.titres import titres_de_tete, titres_imprimes
from assistant.corpus.officiel.modeles import EditionFiche

__all__ = ["FicheIllisible", "lire_fiche"]

_ATTENDUES = ("titres", "objet", "contenu", "classement", "acces")


class FicheIllisible(ValueError):
    """The reason, in French, why a block of lines is no fiche."""


def lire_fiche(article: ArticleBrut, bloc: Bloc, rang: int, seul: bool, quand: date) -> EditionFiche:
    """The edition that a block prints; raise FicheIllisible without a code or a content.

    ``seul``: the only fiche of its article, whose ``num`` and section title then name it.
    """
    imprime, tete, forme = _code_imprime(article, bloc, seul)
    lu = lire_code(imprime) if imprime else None
    if lu is None:
        raise FicheIllisible(f"pas de code lisible pour la fiche « {_apercu(bloc)} »")
    if not bloc.sections.get("contenu") and not bloc.sections.get("objet"):
        raise FicheIllisible(f"la fiche {lu[0]} n'a ni objet ni contenu")
    sections = {cle: _items(bloc, cle) for cle in bloc.sections}
    titres = titres_imprimes(ligne for _, ligne in bloc.sections.get("titres", [])) or titres_de_tete(tete)
    if not titres:
        raise FicheIllisible(f"la fiche {lu[0]} n'a pas de dénomination")
    textes = [i.texte for i in sections.get("classement", ())]
    classement = lire_classement(textes)
    evolution = codes_cites(" ; ".join(i.texte for i in sections.get("evolution", ())))
    anomalies = [lu[1], *_anomalies(bloc, sections), *classement_a_signaler(classement, textes),
                 *(f"évolution : {r}" for r in evolution.remarques)]
    return EditionFiche(
        lu[0], imprime, titres, quand, article.lieu(rang), forme, sections, classement,
        tuple(c for c in evolution.codes if c != lu[0]), tuple(a for a in anomalies if a))


def _code_imprime(article: ArticleBrut, bloc: Bloc, seul: bool) -> tuple[str, list[str], str]:
    """Code as printed, the lines of titles that go with it, and the name of the form."""
    tete = [ligne.texte for ligne in bloc.tete]
    if seul and article.num and lire_code(article.num):
        return article.num, [article.surtitre], "num"
    if seul:
        for titre in reversed(article.sections):
            lignes = [" ".join(t.split()) for t in titre.splitlines() if t.strip()]
            if lignes and (trouve := code_en_tete(lignes[0])):
                return trouve[0], [t for t in (trouve[1], *lignes[1:]) if t], "section"
    if tete and (trouve := code_en_tete(tete[0])):
        titres = [t for t in (trouve[1], *tete[1:]) if t]
        return trouve[0], titres, "seule" if seul else "groupee"
    return "", tete, ""


def _items(bloc: Bloc, cle: str) -> tuple[Item, ...]:
    """The lines of a section; a hyphen under a longer dash that opened a list is one deeper."""
    items, ouvert = [], False
    for position, ligne in bloc.sections[cle]:
        profondeur = ligne.profondeur
        if profondeur and ligne.tiret[0] == "-" and ouvert:
            profondeur = min(profondeur + 1, 4)
        elif ligne.tiret:
            ouvert = ligne.texte.endswith(":") and ligne.tiret[0] != "-"
        else:
            ouvert = False
        items.append(Item(ligne.texte, profondeur, position + 1))
    return tuple(items)


def _anomalies(bloc: Bloc, sections: dict[str, tuple[Item, ...]]) -> Iterator[str]:
    for cle in _ATTENDUES:
        if not sections.get(cle):
            yield f"section « {cle} » {'vide' if cle in sections else 'absente'}"
    if "extensions" not in sections and "degres" not in sections:
        yield "ni extensions possibles ni degrés de progression"
    elif "extensions" in sections and not sections["extensions"]:
        yield "extensions possibles annoncées, liste vide"
    for doublon in bloc.doublons:
        yield f"section imprimée deux fois : {doublon[:60]}"
    numeros = [int(n) for r in bloc.titres.values() if (n := r.numero.replace("l", "1")).isdigit()]
    if numeros != list(range(1, len(numeros) + 1)):
        yield "paragraphes numérotés " + ", ".join(str(n) for n in numeros)


def _apercu(bloc: Bloc) -> str:
    lignes: list[Ligne] = [*bloc.tete, *(ligne for _, ligne in bloc.sections.get("titres", []))]
    return " ".join(ligne.texte for ligne in lignes[:2])[:80]
