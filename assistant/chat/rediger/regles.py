"""Answers on rules in general: what the agreement says, restated, with its article."""

from __future__ import annotations

from assistant.chat.comprendre import Texte
from assistant.chat.comprendre.demande_neutre import demande_sans_affirmer
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon, nom_de_categorie
from assistant.chat.reponse import Behaviour
from assistant.classification import Categorie, Echelon, EchelonInvalide, Fiche, sans_accents

__all__ = ["rediger_criteres", "rediger_grille", "rediger_regle"]

_DONC = motif(
    r"\b(?:donc|alors je|du coup|(?:me|le|la|nous) fait (?:passer|monter)|me donne|donne droit|j'ai droit|puisque|vu que|"
    r"therefore|so i|moves? me|gives? me|takes? me|entitles?)\b"
)


def rediger_regle(b: Brouillon, *regles: str, categorie: Categorie | None = None) -> None:
    """State rules and quote them. ``categorie`` picks the article where several carry it."""
    for nom in regles:
        regle = b.c.kb.regles.get(nom)
        if regle is None:
            continue
        b.dire("regle", texte=regle.textes[b.langue].strip(),
               article=regle.article(categorie).article)
        b.citer_regle(nom, categorie)


def rediger_criteres(b: Brouillon, fiche: Fiche | None) -> None:
    """The critères valorisants of the fiche's catégorie, or of both (3.02 d, 3B.02 d)."""
    regle = b.c.kb.regles.get("majore_critere")
    if regle is None:
        return
    parle_cadre = Texte.de(b.comprehension.question).trouve(["cadre", "degré", "degree"])
    if (fiche and fiche.categorie is Categorie.CADRE) or (fiche is None and parle_cadre):
        if fiche:
            b.fiches.append(str(fiche.code))
        rediger_regle(b, "cadre_degre", categorie=Categorie.CADRE)
        return
    categories = _categories(b, fiche)
    _hors_categorie(b, categories)
    for categorie in categories:
        b.dire("criteres_tete", categorie=nom_de_categorie(categorie, b.langue),
               article=regle.article(categorie).article)
        for critere in b.c.kb.referentiel.criteres:
            if critere.categorie is categorie:
                b.dire("critere_ligne", nom=critere.noms["fr"][0],
                       definition=critere.definition[b.langue])
    b.dire("criteres_effet")
    if fiche:
        b.fiches.append(str(fiche.code))
        b.citer_section(fiche, "classement", "critères")
    for categorie in categories:
        b.citer_regle("majore_critere", categorie)


def _categories(b: Brouillon, fiche: Fiche | None) -> list[Categorie]:
    if fiche:
        return [fiche.categorie]
    plat = sans_accents(b.comprehension.question)
    if "maitrise" in plat or "supervisor" in plat:
        return [Categorie.MAITRISE]
    if "ouvrier" in plat or "employe" in plat or "worker" in plat:
        return [Categorie.OUVRIER_EMPLOYE]
    dites = _categories_des_echelons(b)
    if len(dites) == 1:
        return list(dites)  # "de 6 à 7"
    return [Categorie.OUVRIER_EMPLOYE, Categorie.MAITRISE]


def _categories_des_echelons(b: Brouillon) -> set[Categorie]:
    dites = set()
    for mention in b.comprehension.mentions.de("echelon"):
        try:
            dites.add(Echelon.lire(mention.valeurs[0]).categorie)
        except EchelonInvalide:
            continue
    return dites - {Categorie.CADRE}


def _hors_categorie(b: Brouillon, categories: list[Categorie]) -> None:
    """A criterion named that is none of the catégorie's."""
    dits = tuple(m.valeurs[0] for m in b.comprehension.mentions.de("critere"))
    if len(categories) != 1 or not dits:
        return
    _, autres = b.c.kb.referentiel.trier_criteres(dits, categories[0])
    for critere in autres:
        b.dire("critere_ne_compte_pas", critere=critere,
               categorie=nom_de_categorie(categories[0], b.langue))
        b.citer_regle("critere_autre_categorie")
    if autres and _DONC.search(sans_accents(b.comprehension.question)) and (
        not demande_sans_affirmer(b.comprehension.question)
    ):
        b.behaviour = Behaviour.CORRECT_PREMISE


def rediger_grille(b: Brouillon) -> None:
    """How the grid works (3.03, 3B.03, 5.03)."""
    b.dire("grille")
    for regle in ("fiche_reference", "echelon_12", "echelon_25"):
        b.citer_regle(regle)
