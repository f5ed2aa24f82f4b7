"""Points on a fiche, asked for in their own words: its exact title, its catégorie."""

from __future__ import annotations

from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon, nom_de_categorie
from assistant.chat.rediger.fiche import placement
from assistant.classification import Categorie, Fiche, Positionnement, sans_accents

__all__ = ["rediger_point_de_fiche"]

_TITRE = motif(
    r"\b(?:intitule|titre|denomination|nom|appellation|title|name)s?\b.{0,12}\b(?:exacts?|officiels?|complets?|precis|"
    r"exact|full|official)\b|\b(?:exact|full|official)\b.{0,8}\b(?:title|name)\b"
    r"|\b(?:quel est|c'?est quoi|donne\w*(?:[- ]moi)?|what(?:'s| is)) (?:le |l'|the )?(?:intitule|titre|nom|title|name)\b"
    r"|\b(?:comment|how) (?:s'appelle|se nomme|is)\b.{0,30}\bcalled\b|\bcomment (?:s'appelle|se nomme)\b"
)
_TITRE_AILLEURS = motif(
    r"\b(?:ancien\w*|avant|nouve\w*|chang\w*|renomm\w*|former|previous|new|used to|bulletin|contrat|paie|payslip|contract|"
    r"professionnel|certificat\w*|diplom\w*|cqp|faut)\b"
)
_CATEGORIE = motif(
    r"\b(?:releve|appartient|depend|fait[- ](?:elle|il)? ?partie|fait partie|se range|entre|belongs?|counts?|falls?)"
    r"(?:[- ]t)?(?:[- ](?:elle|il))?\b.{0,18}\b(?P<mot>maitrise|ouvriers?|employes?|cadres?|supervis\w*|workers?|managers?)\b"
    r"|\b(?:quelle|kelle|quel|which|what) (?:categorie|category)\b|\bcategorie\s*\?"
)
_AUTRE_SENS = motif(
    r"\b(?:devenir|devient|passer|passe|passage|evoluer|promu\w*|promotion|acceder|monter|become|promoted|preavis|essai|"
    r"minim\w*|salaires?|critere\w*|majore\w*|extension\w*|texte|imprim\w*|edition)\b"
)
_MOTS = {
    "m": Categorie.MAITRISE, "o": Categorie.OUVRIER_EMPLOYE, "e": Categorie.OUVRIER_EMPLOYE,
    "c": Categorie.CADRE, "s": Categorie.MAITRISE, "w": Categorie.OUVRIER_EMPLOYE,
}


def rediger_point_de_fiche(b: Brouillon, p: Positionnement | None) -> bool:
    """Write the answer where one fiche is named and its title or catégorie asked; else False."""
    x = b.comprehension
    fiche = b.c.kb.fiches.get(x.fiche or "")
    nommee = any(x.fiche in m.valeurs for m in x.mentions.de("fiche", "partiel"))
    if fiche is None or not nommee or fiche.statut == "supprime" or x.mentions.de("echelon"):
        return False
    plat = sans_accents(x.question).replace("’", "'")
    par_code = any(m.par_code for m in x.mentions.de("fiche"))
    if par_code and _TITRE.search(plat) and not _TITRE_AILLEURS.search(plat) and fiche.titres:
        b.dire("titre_de_fiche", code=fiche.code, titre=", ".join(fiche.titres),
               placement=placement(b, fiche))
        _situer(b, fiche, p)
        return True
    m = _CATEGORIE.search(plat)
    if m is None or _AUTRE_SENS.search(plat):
        return False
    cle = "categorie_de"
    if m["mot"]:
        cle = "categorie_oui" if _MOTS[m["mot"][0]] is fiche.categorie else "categorie_non"
    b.dire(cle, nom=f"{b.titre(fiche)} ({fiche.code}, {placement(b, fiche)})",
           categorie=nom_de_categorie(fiche.categorie, b.langue))
    _situer(b, fiche, p)
    b.citer_regle("fiche_reference", fiche.categorie)
    return True


def _situer(b: Brouillon, fiche: Fiche, p: Positionnement | None) -> None:
    b.fiches.append(str(fiche.code))
    b.positionnement = p
    b.citer(b.c.kb.par_id.get(f"repertoire:{fiche.code}"))
    b.citer_classement(fiche)
