"""Which print of a fiche is answered from, and what changed since: said with every such answer."""

from __future__ import annotations

from datetime import date

from assistant.chat.rediger.anciens_titres import dire_ancien_titre
from assistant.chat.rediger.brouillon import Brouillon
from assistant.classification import Fiche
from assistant.corpus import REGLES_COMMUNES, EditionFiche, lien_legifrance, mention_de_l_accord
from assistant.corpus.editions import edition_du_jour

__all__ = ["avertir_texte", "choisir_edition", "ou_lire", "par_une_regle_commune"]


def choisir_edition(b: Brouillon, fiche: Fiche, aujourdhui: date | None = None) -> bool:
    """Take the print that was the newest on the day asked about; False where there is none.

    Without a day, or with today, the text in force is taken.
    """
    jour = b.comprehension.jour
    if jour is None or jour >= (aujourdhui or date.today()):
        return True
    code = str(fiche.code)
    editions = b.c.kb.editions.get(code, ())
    imprimee = edition_du_jour(b.c.kb.repertoire[code], editions, jour)
    if imprimee is None:
        return not editions and fiche.texte_connu  # with no print at all there is no choice to make
    en_vigueur = b.c.kb.textes.get(code)
    if en_vigueur is None or en_vigueur.edition != imprimee.date:
        b.edition = imprimee
    return True


def avertir_texte(b: Brouillon, fiche: Fiche) -> None:
    """Say from which print the answer is, and that a later agreement changed it."""
    lue = b.c.kb.textes.get(str(fiche.code))
    if b.edition is not None:
        b.dire("texte_edition_passee", edition=_jour(b.edition.date))
        suivante = _suivante(b, b.edition)
        if autre_qualification(b, fiche):
            dire_ancien_titre(b, fiche)
        elif suivante:
            b.dire("texte_remplace", date=_jour(suivante))
        return
    if lue is None:
        return
    if lue.origine == "entreprise":
        b.dire("texte_entreprise" if fiche.nationale else "fiche_entreprise", code=fiche.code)
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


def autre_qualification(b: Brouillon, fiche: Fiche) -> bool:
    """True where the print answered from is that of what the code named before."""
    depuis = b.c.kb.repertoire[str(fiche.code)].depuis
    return b.edition is not None and depuis is not None and b.edition.date < depuis


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
