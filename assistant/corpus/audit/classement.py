"""What a fiche's classement prints, against its code: the code and the panorama win (1.20 b)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.classification import (
    Categorie,
    Code,
    CodeInvalide,
    Echelon,
    EchelonInvalide,
    degres,
    majores_de,
)
from assistant.corpus.audit.matiere import Matiere, cote_d_edition
from assistant.corpus.audit.modeles import CONTRADICTION, LACUNE, REMARQUE, Constat, Cote
from assistant.corpus.officiel.modeles import EditionFiche

__all__ = ["classements", "classements_de"]


def classements(m: Matiere) -> Iterator[Constat]:
    """Level, category, majorés and printed code of every print."""
    for edition in m.toutes():
        yield from classements_de(m, edition)


def classements_de(m: Matiere, edition: EditionFiche) -> Iterator[Constat]:
    """The findings of one print."""
    code = Code.lire(edition.code)
    yield from _niveau(m, edition, code)
    yield from _categorie(m, edition, code)
    yield from _majores(m, edition, code)
    yield from _code(m, edition)


def _niveau(m: Matiere, edition: EditionFiche, code: Code) -> Iterator[Constat]:
    imprime = edition.classement.reference
    if imprime is None:
        if "classement" in edition.sections:
            yield Constat(
                "classement_niveau", m.gravite(edition, LACUNE), edition.code,
                f"Aucun échelon ne se lit dans le classement de {edition.code}.",
                cote_d_edition(edition, "classement", "échelon non lu"),
                _grille(m, edition, _nom(code.reference)),
            )
        return
    try:
        lu = Echelon.lire(imprime)
    except EchelonInvalide:
        lu = None
    attendu = code.reference
    if lu is None or (lu.numero, lu.niveau) != (attendu.numero, attendu.niveau):
        yield Constat(
            "classement_niveau", m.gravite(edition, CONTRADICTION), edition.code,
            f"{edition.code} imprime « {_nom(lu) if lu else imprime} », alors que son code et le "
            f"répertoire donnent {_nom(attendu)}.",
            cote_d_edition(edition, "classement", _nom(lu) if lu else str(imprime)),
            _grille(m, edition, _nom(attendu)),
        )


def _categorie(m: Matiere, edition: EditionFiche, code: Code) -> Iterator[Constat]:
    imprimee = edition.classement.categorie
    attendue = code.reference.categorie
    if imprimee is None or _CATEGORIES.get(imprimee.split()[0].rstrip("s")) is attendue:
        return
    yield Constat(
        "classement_categorie", m.gravite(edition, CONTRADICTION), edition.code,
        f"{edition.code} imprime la catégorie « {imprimee} », alors que son code donne "
        f"« {attendue.value} ».",
        cote_d_edition(edition, "classement", imprimee),
        _grille(m, edition, attendue.value),
    )


_CATEGORIES = {
    "ouvrier": Categorie.OUVRIER_EMPLOYE,
    "employe": Categorie.OUVRIER_EMPLOYE,
    "maitrise": Categorie.MAITRISE,
    "agent": Categorie.MAITRISE,
    "cadre": Categorie.CADRE,
}


def _majores(m: Matiere, edition: EditionFiche, code: Code) -> Iterator[Constat]:
    imprimes = edition.classement.majores
    attendus = tuple(e.valeur for e in majores_de(code.reference))
    if imprimes == attendus or "classement" not in edition.sections:
        return
    if code.reference.numero is None and imprimes == _degres(edition.classement.reference):
        return  # a cadre's degrés are no majorés; another niveau's are told by the niveau
    gravite, dit = CONTRADICTION, f"imprime les échelons majorés {_liste(imprimes)}"
    if not imprimes:
        gravite, dit = LACUNE, "n'imprime pas d'échelons majorés"
    suite = f"la grille donne {_liste(attendus)}" if attendus else "la grille n'en a pas ici"
    yield Constat(
        "classement_majores", m.gravite(edition, gravite), edition.code,
        f"{edition.code} {dit}, alors que {suite}.",
        cote_d_edition(edition, "classement", _liste(imprimes)),
        _de_la_grille(code, attendus),
    )


def _degres(imprime: int | str | None) -> tuple[int | str, ...]:
    try:
        return tuple(d.valeur for d in degres(Echelon.lire(imprime)))
    except EchelonInvalide:
        return ()


def _code(m: Matiere, edition: EditionFiche) -> Iterator[Constat]:
    """Slips in printed codes, the fiche's own and those of its evolution.

    Another spelling of the same code is none; what was read instead is in ``anomalies``.
    """
    imprimes = [("titres", edition.code_imprime, edition.code)]
    imprimes += [
        ("evolution", trouve[1], trouve[2])
        for trouve in map(_EVOLUTION.search, edition.anomalies) if trouve
    ]
    for section, imprime, lu in imprimes:
        if _lire(imprime) != lu:
            yield Constat(
                "code_imprime", REMARQUE, edition.code,
                f"{edition.code} imprime le code « {imprime} » ; il faut lire {lu}.",
                cote_d_edition(edition, section, imprime),
                m.cote_du_repertoire(lu, lu) if lu in m.repertoire else None,
            )


_EVOLUTION = re.compile(r"^évolution : code imprimé « (.+?) », lu (\S+)")


def _lire(imprime: str) -> str | None:
    try:
        return str(Code.lire(imprime))
    except CodeInvalide:
        return None


def _grille(m: Matiere, edition: EditionFiche, valeur: str) -> Cote:
    if edition.code in m.repertoire:
        return m.cote_du_repertoire(edition.code, valeur)
    return Cote("Code de la fiche", edition.code, valeur)


def _de_la_grille(code: Code, attendus: Iterable[int | str]) -> Cote:
    article = {Categorie.OUVRIER_EMPLOYE: "3.02 d et 3.03", Categorie.MAITRISE: "3B.02 d et 3B.03",
               Categorie.CADRE: "5.02 d et 5.03"}[code.reference.categorie]
    return Cote("Grille de la convention", f"articles {article}", _liste(attendus))


def _nom(echelon: Echelon) -> str:
    return f"échelon {echelon}" if echelon.numero is not None else f"cadre niveau {echelon}"


def _liste(valeurs: Iterable[int | str]) -> str:
    return ", ".join(map(str, valeurs)) or "aucun"
