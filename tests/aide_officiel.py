"""Made-up official texts, in our own words, for the tests of what reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from assistant.classification import Code, majores_de
from assistant.corpus.markdown import Item
from assistant.corpus.officiel.modeles import (
    ArticleLu,
    Classement,
    EditionFiche,
    Lecture,
    Lieu,
    Paragraphe,
)

_SECTIONS: Mapping[str, tuple[str, ...]] = {
    "objet": ("Un emploi inventé pour les essais.",),
    "contenu": ("laver les voitures ;", "ranger les clés ;"),
    "extensions": ("tenir la caisse le samedi ;",),
    "classement": ("échelon imprimé ici",),
    "acces": ("par décision du chef d'entreprise.",),
    "evolution": ("Voir panorama.",),
}


def un_lieu(numero: int = 1, rang: int = 1, texte: int = 1) -> Lieu:
    return Lieu(f"KALITEXT{texte:012d}", "Accord inventé", f"KALIARTI{numero:012d}",
                "VIGUEUR_ETEN", rang)


def une_edition(
    code: str,
    jour: str,
    titres: Iterable[str] = ("Laveur de voitures",),
    *,
    classement: Classement | None = None,
    vers: Iterable[str] = (),
    code_imprime: str | None = None,
    anomalies: tuple[str, ...] = (),
    sans: Iterable[str] = (),
    **sections: Iterable[str],
) -> EditionFiche:
    """A print whose classement agrees with its code unless one is given.

    ``vers``: codes of the evolution; ``sans``: sections left out; any section may be given.
    """
    lu, quand = Code.lire(code), date.fromisoformat(jour)
    juste = Classement(None, lu.reference.valeur, tuple(e.valeur for e in majores_de(lu.reference)))
    textes = {"titres": tuple(titres), **_SECTIONS, **{n: tuple(t) for n, t in sections.items()}}
    return EditionFiche(
        code=code, code_imprime=code_imprime or code, titres=tuple(titres), date=quand,
        lieu=un_lieu(quand.toordinal()), forme="essai",
        sections={n: tuple(Item(t, 1, 0) for t in items) for n, items in textes.items()
                  if n not in set(sans)},
        classement=classement or juste, evolution=tuple(vers), anomalies=anomalies,
    )


def un_article(numero: str, lettres: Mapping[str | None, Iterable[str]]) -> ArticleLu:
    return ArticleLu(
        numero, f"Article {numero}", "Chapitre d'essai", un_lieu(sum(map(ord, numero))),
        date(2018, 6, 21),
        tuple(Paragraphe(lettre, rang, texte) for lettre, textes in lettres.items()
              for rang, texte in enumerate(textes, start=1)),
    )


def une_lecture(*editions: EditionFiche, articles: Iterable[ArticleLu] = ()) -> Lecture:
    return Lecture(editions=editions, articles=tuple(articles))
