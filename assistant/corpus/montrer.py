"""One fiche as `echelon knowledge show` gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from assistant.classification import Fiche
from assistant.corpus.base import KnowledgeBase, lien_legifrance
from assistant.corpus.editions import edition_du_jour, periodes
from assistant.corpus.markdown import SECTIONS, Item
from assistant.corpus.schemas_donnees import REGLES_COMMUNES

__all__ = ["avertissements", "montrer"]

_D_ENTREPRISE = {False: "fiche de l'entreprise", True: "texte de l'entreprise"}


def montrer(kb: KnowledgeBase, code: str, jour: date | None = None) -> dict[str, object]:
    """The `show --json` object of a code in any spelling; raise FicheInconnue.

    ``jour``: show the print that was the newest on that day. Besides the contract's fields:
    ``origine`` of the text, ``editions`` printed and ``modifications`` by later agreements.
    """
    fiche = kb.referentiel.fiche(code)
    canonique = str(fiche.code)
    entree = kb.repertoire[canonique]
    sections, edition, origine, lien, titres = _texte(kb, canonique, jour)
    if origine == "entreprise" or not fiche.nationale:
        source: str | None = _D_ENTREPRISE[fiche.nationale]
    else:
        source = lien or lien_legifrance(entree.source)
    dites = {nom: [i.texte for i in sections.get(nom, ())] for nom in SECTIONS[1:]}
    if "degres" in sections:
        dites["degres"] = [i.texte for i in sections["degres"]]
    return {
        "code": canonique,
        "titles": list(titres),
        "filiere": fiche.filiere,
        "categorie": fiche.categorie.value,
        "statut": fiche.statut,
        "echelon_reference": fiche.reference.valeur,
        "echelons_majores": [e.valeur for e in fiche.majores],
        "sections": dites,
        "edition": edition.isoformat() if edition else None,
        "superseded_by": fiche.superseded_by.isoformat() if fiche.superseded_by else None,
        "source": source,
        "warnings": list(
            avertissements(kb, fiche) if jour is None else _avertissements_au(kb, fiche, jour, edition)
        ),
        "origine": origine,
        "editions": [
            {"date": e.date.isoformat(), "article": e.lieu.article_id, "lien": e.lieu.lien}
            for e in kb.editions.get(canonique, ())
        ],
        "modifications": [
            {"date": m.date.isoformat(), "objet": m.objet, "lien": lien_legifrance(m.texte)}
            for m in entree.modifications
        ],
    }


def _texte(
    kb: KnowledgeBase, code: str, jour: date | None
) -> tuple[Mapping[str, tuple[Item, ...]], date | None, str | None, str | None, Sequence[str]]:
    """(sections, edition, origin, link, titles) of the text in force, or of that day's print."""
    titres = kb.fiches[code].titres
    if jour is not None:
        imprimee = edition_du_jour(kb.repertoire[code], kb.editions.get(code, ()), jour)
        if imprimee is None:
            return {}, None, None, None, titres
        return (imprimee.sections, imprimee.date, "officielle", imprimee.lieu.lien,
                imprimee.titres or titres)
    lue, edition = kb.textes.get(code), kb.fiches[code].edition
    if lue is None:
        return {}, edition, None, None, titres
    return lue.sections, lue.edition or edition, lue.origine, lue.lien, titres


def _avertissements_au(
    kb: KnowledgeBase, fiche: Fiche, jour: date, edition: date | None
) -> tuple[str, ...]:
    """What a reader of a past print must know: what the code named then, what came after."""
    code = str(fiche.code)
    if not fiche.nationale:
        return avertissements(kb, fiche)
    entree, imprimees = kb.repertoire[code], kb.editions.get(code, ())
    siennes = periodes(entree, imprimees)
    dits: list[str] = []
    if not any(p.contient(jour) for p in siennes):
        if fiche.statut == "supprime" and jour >= (siennes[-1].fin or date.max):
            dits.append(f"Au {jour:%d/%m/%Y}, cette fiche n'existait plus.")
        elif siennes[-1].creee:
            dits.append(f"Au {jour:%d/%m/%Y}, cette fiche n'existait pas : elle a été créée par "
                        f"l'accord du {siennes[-1].debut:%d/%m/%Y}.")
        else:
            dits.append(f"Rien n'atteste cette fiche au {jour:%d/%m/%Y} : la première trace connue "
                        f"est du {siennes[0].debut:%d/%m/%Y}.")
    if edition is None:
        premiere = f" : la première édition est du {imprimees[0].date:%d/%m/%Y}" if imprimees else ""
        dits.append(f"Aucun texte de la fiche n'était imprimé au {jour:%d/%m/%Y}{premiere}.")
    elif len(siennes) > 1 and edition < siennes[-1].debut:
        dits.append(f"Ce texte est celui de la qualification que le code {code} désignait alors. "
                    f"Depuis l'accord du {siennes[-1].debut:%d/%m/%Y}, il désigne une autre "
                    f"qualification : {', '.join(fiche.titres) or 'titre non publié'}.")
    elif suivante := next((e.date for e in imprimees if e.date > edition), None):
        dits.append(f"Une édition du {suivante:%d/%m/%Y} a remplacé ce texte depuis.")
    if edition and (entre := [m.date for m in entree.modifications if edition < m.date <= jour]):
        dits.append("Modifiée entre cette édition et le "
                    f"{jour:%d/%m/%Y}, sans texte reproduit : {', '.join(f'{d:%d/%m/%Y}' for d in entre)}.")
    reste = (a for a in avertissements(kb, fiche) if a.startswith(("Cette fiche a été", "Fiche générique")))
    return (*dits, *reste)


def avertissements(kb: KnowledgeBase, fiche: Fiche) -> tuple[str, ...]:
    """What a reader of this fiche must know, in French sentences."""
    entree = kb.repertoire[str(fiche.code)]
    dits: list[str] = []
    if fiche.entreprise and fiche.nationale:
        dits.append("Texte propre à l'entreprise : il passe ici avant le texte officiel de ce code, "
                    "que « --date » montre. Code et échelon sont ceux du répertoire national.")
    if fiche.statut == "supprime":
        quand = f" par l'accord du {entree.fin:%d/%m/%Y}" if entree.fin else ""
        dits.append(f"Cette fiche a été supprimée{quand}.")
    dernier = entree.dernier_changement
    if fiche.superseded_by and dernier and dernier.texte in REGLES_COMMUNES:
        dits.append(
            f"L'accord du {fiche.superseded_by:%d/%m/%Y} a changé depuis une règle commune à "
            f"toutes les fiches concernées, imprimée à part : {lien_legifrance(dernier.texte)}"
        )
    elif fiche.superseded_by:
        dits.append(
            f"Modifiée par l'accord du {fiche.superseded_by:%d/%m/%Y}, dont le texte n'est pas "
            "reproduit dans les données officielles : code et échelon sont sûrs, le reste est à "
            "vérifier au Bulletin officiel (BOCC)."
        )
    if not fiche.texte_connu:
        dits.append("Le texte de cette fiche n'est pas dans la connaissance : seuls le code, le "
                    "titre et l'échelon sont donnés.")
    if fiche.generique:
        dits.append("Fiche générique : utilisable seulement si aucune autre fiche ne décrit même "
                    "une partie de l'emploi (3.02 b, 3B.02 b, 5.02 b).")
    if entree.note:
        dits.append(entree.note)
    return tuple(dits)
