"""Passages in words of ours: rules restated, barèmes and directory entries put in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.classification import Bareme, Fiche, Regle, euros, sans_accents
from assistant.corpus.passages.modele import Passage

__all__ = ["passage_de_repertoire", "passages_de_bareme", "passages_de_regle"]


def passages_de_regle(regle: Regle) -> Iterator[Passage]:
    """The rule's restated text in each language: id `regle:majore_extension/fr`.

    A rule that stands in several chapters has one more passage for each further chapter, with
    that chapter's own article and link: id `regle:majore_extension/maitrise/fr`.
    """
    for langue, texte in regle.textes.items():
        for rang, article in enumerate(regle.articles):
            lieu = f"/{sans_accents(article.categorie.value)}" if rang and article.categorie else ""
            source = "Règle reformulée d'après l'art." if langue == "fr" else "Rule restated from art."
            yield Passage(
                id=f"regle:{regle.id}{lieu}/{langue}", texte=texte, genre="regle",
                source=f"{source} {article.article}", article=article.article, url=article.url,
                langue=langue, edition=article.depuis.isoformat() if article.depuis else None,
                contexte=regle.id.replace("_", " "),
            )


def passages_de_bareme(bareme: Bareme) -> Iterator[Passage]:
    """A sentence a placement (`bareme:avenant-109/24`), one for the point, one for the panier."""
    for echelon, montant in bareme.montants.items():
        mot = "Échelon" if echelon.numero else "Cadre"
        yield Passage(
            id=f"bareme:{bareme.id}/{echelon}",
            texte=f"{mot} {echelon} : {euros(montant)} € brut par mois pour 35 heures "
            f"(avenant {bareme.avenant}, à partir du {bareme.date_effet:%d/%m/%Y})",
            genre="bareme",
            source=f"Minima, avenant {bareme.avenant} du {bareme.signature:%d/%m/%Y}",
            article="1.16 a", url=bareme.url, edition=bareme.date_effet.isoformat(),
        )
    if bareme.valeur_point is not None:
        yield _passage_d_un_montant(  # by which training is paid (2.05 c and d)
            bareme, "point", "Point de formation-qualification", bareme.valeur_point, "1.16 a"
        )
    if bareme.panier is not None:
        yield _passage_d_un_montant(  # meal allowance of night work
            bareme, "panier", "Indemnité de panier de nuit", bareme.panier, "1.10 d"
        )


def _passage_d_un_montant(
    bareme: Bareme, cle: str, nom: str, valeur: Decimal, article: str
) -> Passage:
    """An amount that a barème sets beside the minima."""
    return Passage(
        id=f"bareme:{bareme.id}/{cle}",
        texte=f"{nom} : {euros(valeur)} € (avenant {bareme.avenant}, "
        f"à partir du {bareme.date_effet:%d/%m/%Y})",
        genre="bareme",
        source=f"Minima, avenant {bareme.avenant} du {bareme.signature:%d/%m/%Y}",
        article=article, url=bareme.url, edition=bareme.date_effet.isoformat(),
    )


def passage_de_repertoire(
    fiche: Fiche, source_url: str | None, atteste_le: str | None, note: str | None
) -> Passage:
    """What the directory says of a code, in a sentence of ours: id `repertoire:A.9.1`."""
    majores = " et ".join(str(e) for e in fiche.majores)
    mot = "échelon" if fiche.reference.numero else "cadre niveau"
    titres = ", ".join(fiche.titres) or "titre non publié"
    phrase = f"{fiche.code} : {titres} ; {fiche.filiere} ; {mot} {fiche.reference}"
    phrase += f", majorés {majores}" if majores else ", sans échelon majoré"
    if fiche.statut == "supprime":
        phrase += " ; fiche supprimée"
    source = "Répertoire des qualifications (RNQSA)"
    if not fiche.nationale:
        source = "Fiche de l'entreprise, absente du répertoire national (RNQSA)"
    return Passage(
        id=f"repertoire:{fiche.code}", texte=phrase, genre="repertoire",
        source=source, fiche=str(fiche.code), section="repertoire",
        article="1.20 b" if fiche.nationale else None, url=source_url, edition=atteste_le,
        superseded_by=fiche.superseded_by.isoformat() if fiche.superseded_by else None,
        contexte=note or "",
    )
