"""Contradictions printed in the texts: the code and the panorama win, and both sides are shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon, nom_de_categorie, ou
from assistant.chat.reponse import Behaviour
from assistant.classification import Categorie, Echelon, EchelonInvalide, Fiche, sans_accents
from assistant.corpus import EditionFiche, Passage
from assistant.corpus.audit import constats_de

__all__ = ["rediger_constat_dit", "signaler_constats", "signaler_serie_des_cadres"]

_IMPRIME = motif(
    r"\b(?:marque\w*|ecri\w+|imprim\w*|indiqu\w*|(?:fiche|texte|edition|annexe)[^.?!]{0,40}\bdi(?:t|sent)|"
    r"parle\w*|says?|prints?|printed|written|reads|states)\b"
)
_CATEGORIES = {
    Categorie.OUVRIER_EMPLOYE: motif(r"\b(?:ouvriere?s?|employee?s?|workers?)\b"),
    Categorie.MAITRISE: motif(r"\b(?:maitrise|supervisors?)\b"),
    Categorie.CADRE: motif(r"\b(?:cadres?|managers?)\b"),
}
_EST_ELLE = motif(
    r"\b(?:est|c'est|c|sont|serait|reste|releve|appartient|fait partie|compte|classee?s?|suis|quel\w*|"
    r"is|are|was|belongs?|counts?|which|what)\b|\?"
)
_DEVENIR = motif(
    r"\b(?:devenir|deviens|devient|passer|passe|evoluer|promu\w*|promotion|acceder|monter|become|move up|promoted)\b")
_AILLEURS = motif(
    r"\b(?:fiche de (?:paie|paye|poste|salaire)|bulletin|contrat|payslip|contract|avenant)\b")
_MAJORES_ABSENTS = motif(
    r"\b(?:(?:n'|ne |pas )[^.?!]{0,40}\bmajor\w+|without[^.?!]{0,20}\bmajor\w+|"
    r"(?:no|not|n't)[^.?!]{0,40}\bmajor\w+)"
)


def signaler_constats(b: Brouillon, fiche: Fiche) -> bool:
    """Say where the print in force contradicts the fiche's code; True when it does."""
    code = str(fiche.code)
    constats = constats_de(b.c.kb, code)
    for constat in constats:
        if constat.cote_b is None:
            continue
        edition = constat.cote_a.edition
        b.dire(
            "constat_classement", code=code, imprime=constat.cote_a.valeur,
            edition=_jour(date.fromisoformat(edition)) if edition else "?",
            attendu=constat.cote_b.valeur,
        )
        b.citer_section(fiche, "classement")
        b.citer(b.c.kb.par_id.get(f"repertoire:{code}"))
    if constats and b.behaviour is Behaviour.ANSWER:
        b.behaviour = Behaviour.FLAG_INCONSISTENCY
    return bool(constats)


def rediger_constat_dit(b: Brouillon, fiche: Fiche) -> bool:
    """Answer a question that sets what is printed against the code; True where it does so.

    Every print that says what the question says is shown with its date; the code and the
    panorama win (1.20 b).
    """
    plat = sans_accents(b.comprehension.question)
    if _AILLEURS.search(plat):
        return False
    if not _IMPRIME.search(plat):
        return _rediger_choix(b, fiche, plat)
    if _MAJORES_ABSENTS.search(plat) and fiche.majores:
        return _majores_absents(b, fiche)
    lu = next(_autres_echelons(b, fiche), None)
    if lu is None:
        return _autre_categorie(b, fiche, plat)
    pareilles = [e for e in b.c.kb.editions.get(str(fiche.code), ()) if _imprime(e, lu)]
    if not pareilles and str(lu) == str(b.comprehension.situation.echelon_actuel):
        return False  # the échelon on one's payslip, which no print is said to give
    b.fiches.append(str(fiche.code))
    attendu = _nom(b, fiche.reference)
    b.dire("constat_dit", dit=_nom(b, lu), code=fiche.code, attendu=attendu)
    for edition in pareilles:
        b.dire("constat_imprime", edition=_jour(edition.date), imprime=_nom(b, lu))
        b.citer(*_du_classement(b, edition))
    if pareilles or b.c.kb.lecture is None:
        b.dire("constat_retenir", attendu=attendu)
    else:
        b.dire("constat_sans_edition")
        if fiche.majores:
            b.dire("majores", majores=ou(fiche.majores, b.langue))
    b.citer(b.c.kb.par_id.get(f"repertoire:{fiche.code}"))
    b.behaviour = Behaviour.FLAG_INCONSISTENCY if pareilles else Behaviour.CORRECT_PREMISE
    return True


def _rediger_choix(b: Brouillon, fiche: Fiche, plat: str) -> bool:
    """ "Est-elle cadre niveau I ou III ?": the code decides; True where a print says otherwise."""
    if not _EST_ELLE.search(plat) or _DEVENIR.search(plat):
        return False
    editions = b.c.kb.editions.get(str(fiche.code), ())
    echelons = [(e, _nom(b, lu)) for lu in _autres_echelons(b, fiche) for e in editions
                if _imprime(e, lu)]
    categories = [(e, nom_de_categorie(c, b.langue)) for e, c in _categories_imprimees(b, fiche, plat)]
    autres = list(dict.fromkeys((e.date, imprime) for e, imprime in (*echelons, *categories)))
    if not autres:
        return False
    b.fiches.append(str(fiche.code))
    b.dire("tete_reference_fiche_seule", titre=b.titre(fiche), code=fiche.code,
           echelon=fiche.reference, categorie=nom_de_categorie(fiche.categorie, b.langue))
    if fiche.majores:
        b.dire("majores", majores=ou(fiche.majores, b.langue))
    for jour, imprime in autres:
        b.dire("constat_imprime", edition=_jour(jour), imprime=imprime)
    for edition, _ in (*echelons, *categories):
        b.citer(*_du_classement(b, edition))
    b.dire("constat_retenir", attendu=f"{_nom(b, fiche.reference)} ({nom_de_categorie(fiche.categorie, b.langue)})")
    b.citer(b.c.kb.par_id.get(f"repertoire:{fiche.code}"))
    b.behaviour = Behaviour.FLAG_INCONSISTENCY
    return True


def _categories_imprimees(
    b: Brouillon, fiche: Fiche, plat: str
) -> list[tuple[EditionFiche, Categorie]]:
    """The prints that give a catégorie named in the question, other than the code's."""
    dites = [c for c, mots in _CATEGORIES.items() if c is not fiche.categorie and mots.search(plat)]
    editions = b.c.kb.editions.get(str(fiche.code), ())
    return [(e, c) for e in editions for c in dites
            if e.classement.categorie and _CATEGORIES[c].search(e.classement.categorie)]


def _autres_echelons(b: Brouillon, fiche: Fiche) -> Iterator[Echelon]:
    """The placements named that are neither the fiche's own nor one of its majorés or degrés."""
    for mention in b.comprehension.mentions.de("echelon"):
        try:
            lu = Echelon.lire(mention.valeurs[0])
        except EchelonInvalide:
            continue
        du_niveau = lu.niveau is not None and lu.niveau == fiche.reference.niveau
        if lu not in (fiche.reference, *fiche.majores) and not du_niveau:
            yield lu


def _autre_categorie(b: Brouillon, fiche: Fiche, plat: str) -> bool:
    """A print that gives another catégorie than the code, where the question says so."""
    autres = _categories_imprimees(b, fiche, plat)
    if not autres:
        return False
    b.fiches.append(str(fiche.code))
    siennes = nom_de_categorie(fiche.categorie, b.langue)
    attendu = f"{_nom(b, fiche.reference)} ({siennes})"
    for edition, dite in autres:
        b.dire("constat_imprime", edition=_jour(edition.date),
               imprime=nom_de_categorie(dite, b.langue))
        b.citer(*_du_classement(b, edition))
    b.dire("constat_retenir", attendu=attendu)
    b.citer(b.c.kb.par_id.get(f"repertoire:{fiche.code}"))
    b.behaviour = Behaviour.FLAG_INCONSISTENCY
    return True


def _imprime(edition: EditionFiche, lu: Echelon) -> bool:
    try:
        imprime = Echelon.lire(edition.classement.reference)
    except EchelonInvalide:
        return False
    return (imprime.numero, imprime.niveau) == (lu.numero, lu.niveau)


def _du_classement(b: Brouillon, edition: EditionFiche) -> Iterator[Passage | None]:
    en_vigueur = b.c.kb.textes.get(edition.code)
    if en_vigueur is not None and en_vigueur.edition == edition.date:
        yield from b.c.kb.de_section(edition.code, "classement")
        return
    racine = f"edition:{edition.code}@{edition.date}/classement/"
    for rang in range(1, len(edition.sections.get("classement", ())) + 1):
        yield b.c.kb.par_id.get(f"{racine}{rang}")


def _majores_absents(b: Brouillon, fiche: Fiche) -> bool:
    """A print that leaves the majorés out: the grid gives them (3.03, 3B.03)."""
    editions = b.c.kb.editions.get(str(fiche.code), ())
    muettes = [e for e in editions if "classement" in e.sections and not e.classement.majores]
    if not muettes:
        return False
    b.fiches.append(str(fiche.code))
    b.dire("constat_majores_absents", edition=_jour(muettes[-1].date), code=fiche.code,
           majores=ou(fiche.majores, b.langue))
    b.dire("majores", majores=ou(fiche.majores, b.langue))
    b.citer(b.c.kb.par_id.get(f"repertoire:{fiche.code}"))
    b.citer_regle("majore_extension")
    b.behaviour = Behaviour.FLAG_INCONSISTENCY
    return True


def signaler_serie_des_cadres(b: Brouillon, fiche: Fiche) -> None:
    """Say where the série of a certification gives niveau I and the fiche asks for more.

    The certification of the question, else the first that the fiche's accès names.
    """
    if fiche.reference.niveau in (None, "I"):
        return
    registre, dite = b.c.kb.referentiel.registre, b.comprehension.situation.certification
    cites = {i for a in fiche.acces or () for i in a.ids}
    trouvees = registre.serie_de(dite) if dite else [c for c in registre.certifications if c.id in cites]
    for c in trouvees:
        if c.echelon is not None and c.echelon.niveau == "I":
            b.dire("constat_serie_cadres", certification=dite or c.noms[0], serie=c.serie,
                   echelon=c.echelon, code=fiche.code, niveau=fiche.reference)
            return


def _nom(b: Brouillon, echelon: Echelon) -> str:
    cle = "nom_echelon" if echelon.numero else "nom_niveau"
    return b.texte(cle, echelon=echelon)


def _jour(jour: date) -> str:
    return f"{jour:%d/%m/%Y}"
