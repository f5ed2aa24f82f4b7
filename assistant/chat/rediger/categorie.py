"""A catégorie taken for granted that is not the fiche's: "le chef d'agence étant cadre"."""

from __future__ import annotations

from assistant.chat.comprendre.activite_en_cause import sans_les_noms
from assistant.chat.comprendre.demande_neutre import demande_sans_affirmer
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon, nom_de_categorie
from assistant.chat.rediger.demande import demander_fiche
from assistant.chat.rediger.fiche import placement
from assistant.chat.rediger.premisse import affirme
from assistant.chat.reponse import Behaviour
from assistant.classification import Categorie, Fiche, sans_accents
from assistant.retrieval import Mentions

__all__ = ["corriger_categorie"]

_DITE = motif(
    r"\b(?:etant|est|sont|suis|donc|comme|en tant que?|en qualite de|statut|puisque\w*|forcement|"
    r"as|being|is|are|therefore|so)\s*,?\s+"
    r"(?:(?:un|une|de|d'|des|bien|donc|au|statut|niveau|forcement|an?|also)\s+)*"
    r"(?P<mot>cadres?|agents? de maitrise|maitrise|ouvriers?)\b(?!\s+(?:ou|or)\b)"
)
_NOMMEE = motif(r"\b(?:cadres?|agents? de maitrise|maitrise|ouvriers?)\b")
_DEGRE = motif(r"\b(?:quels?|which|what)\s+(?:degres?|degree)\b|\bau degre [abc]\b")
_AUTRE_SENS = motif(
    r"\b(?:devenir|devient|deviendr\w*|passer|passe|passage|evoluer|evolution|promu\w*|promotion|"
    r"acceder|monter|ou maitrise|ou cadre|become|becoming|promoted|fiche de|remplace\w*)\b"
)
_CATEGORIES = {"c": Categorie.CADRE, "a": Categorie.MAITRISE, "m": Categorie.MAITRISE,
               "o": Categorie.OUVRIER_EMPLOYE}


def corriger_categorie(b: Brouillon, fiche: Fiche | None) -> bool:
    """Put right the catégorie of the fiche named, or of all it may be; True when it was false."""
    codes = (str(fiche.code),) if fiche else b.comprehension.candidats
    possibles = [b.c.kb.fiches[code] for code in codes]
    dite = _categorie_dite(b)
    if not possibles or dite is None or any(f.categorie is dite for f in possibles):
        return False
    nommee = nom_de_categorie(dite, b.langue)
    if fiche:
        b.dire("premisse_categorie", titre=b.titre(fiche), dite=nommee,
               categorie=nom_de_categorie(fiche.categorie, b.langue),
               placement=placement(b, fiche))
    else:
        b.dire("premisse_categorie_candidats", dite=nommee)
        demander_fiche(b, b.comprehension.candidats)
    b.citer_regle("fiche_reference", possibles[0].categorie)
    if not demande_sans_affirmer(b.comprehension.question) or affirme(b):
        b.behaviour = Behaviour.CORRECT_PREMISE
    return True


def _categorie_dite(b: Brouillon) -> Categorie | None:
    """The catégorie stated, titles apart ("Cadre technique d'atelier" states none)."""
    comprehension = b.comprehension
    precises = Mentions(tuple(
        m for m in comprehension.mentions.toutes if not b.c.noms_vagues(m.texte)
    ))
    plat = sans_accents(sans_les_noms(comprehension.question, precises))
    nommees = {_CATEGORIES[m[0][0]] for m in _NOMMEE.finditer(plat)}
    if _AUTRE_SENS.search(plat) or len(nommees) > 1:  # "maîtrise ou cadre ?" takes nothing for granted
        return None
    if m := _DITE.search(plat):
        return _CATEGORIES[m["mot"][0]]
    return Categorie.CADRE if _DEGRE.search(plat) else None
