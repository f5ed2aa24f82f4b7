"""Which print of a fiche is answered from, and what changed since: said with every such answer."""

from __future__ import annotations

from datetime import date

from assistant.chat.rediger.brouillon import Brouillon
from assistant.classification import Fiche
from assistant.corpus import REGLES_COMMUNES, EditionFiche, lien_legifrance, mention_de_l_accord

__all__ = ["avertir_texte", "choisir_edition", "ou_lire", "par_une_regle_commune"]


def choisir_edition(b: Brouillon, fiche: Fiche, aujourdhui: date | None = None) -> bool:
    """Take the print that was the newest on the day asked about; False where there is none.

    Without a day, or with today, the text in force is taken.
    """
    jour = b.comprehension.jour
    if jour is None or jour >= (aujourdhui or date.today()):
        return True
    editions = b.c.kb.editions.get(str(fiche.code), ())
    imprimees = [e for e in editions if e.date <= jour]
    if not imprimees:
        return not editions  # with no print at all there is no choice to make
    en_vigueur = b.c.kb.textes.get(str(fiche.code))
    if en_vigueur is None or en_vigueur.edition != imprimees[-1].date:
        b.edition = imprimees[-1]
    return True


def avertir_texte(b: Brouillon, fiche: Fiche) -> None:
    """Say from which print the answer is, and that a later agreement changed it."""
    lue = b.c.kb.textes.get(str(fiche.code))
    if b.edition is not None:
        b.dire("texte_edition_passee", edition=_jour(b.edition.date))
        suivante = _suivante(b, b.edition)
        if suivante:
            b.dire("texte_remplace", date=_jour(suivante))
        return
    if lue is None:
        return
    if lue.origine == "entreprise":
        b.dire("texte_entreprise")
    elif lue.origine == "officielle" and lue.edition:
        if fiche.superseded_by:
            commune = par_une_regle_commune(b, fiche)
            b.dire("texte_regle_commune" if commune else "texte_modifie", edition=_jour(lue.edition), date=_jour(fiche.superseded_by),
                   lien=lien_de_l_accord(b, fiche))
            b.citer(mention_de_l_accord(b.c.kb, str(fiche.code)))
        else:
            b.dire("texte_edition", edition=_jour(lue.edition))
    if b.langue == "en" and lue.origine != "referentiel":
        b.dire("texte_en_francais")


def lien_de_l_accord(b: Brouillon, fiche: Fiche) -> str:
    """The page of the latest agreement that touched the fiche."""
    dernier = b.c.kb.repertoire[str(fiche.code)].dernier_changement
    return lien_legifrance(dernier.texte) if dernier else ""


def par_une_regle_commune(b: Brouillon, fiche: Fiche) -> bool:
    """True when the latest change is a rule for all fiches, which the official data prints."""
    dernier = b.c.kb.repertoire[str(fiche.code)].dernier_changement
    return dernier is not None and dernier.texte in REGLES_COMMUNES


def ou_lire(b: Brouillon, fiche: Fiche) -> None:
    """Where the newest print can be read, when the knowledge does not hold it."""
    entree = b.c.kb.repertoire[str(fiche.code)]
    if entree.edition_article and entree.edition:
        b.dire("texte_ou_lire", edition=_jour(entree.edition),
               lien=lien_legifrance(entree.edition_article))


def _suivante(b: Brouillon, edition: EditionFiche) -> date | None:
    apres = [e.date for e in b.c.kb.editions.get(edition.code, ()) if e.date > edition.date]
    return min(apres, default=None)


def _jour(jour: date) -> str:
    return f"{jour:%d/%m/%Y}"
