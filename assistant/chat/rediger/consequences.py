"""Answers on what a placement changes: trial period, notice, job-seeking hours, training."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from assistant.chat.comprendre import Texte
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.champ import rediger_champ
from assistant.chat.rediger.effets import montants_dits, nom_du_placement, phrase
from assistant.chat.rediger.limites import rediger_abstention
from assistant.chat.rediger.regles import rediger_regle
from assistant.chat.reponse import Behaviour
from assistant.classification import (
    Categorie,
    Consequence,
    Echelon,
    EchelonInvalide,
    Examen,
    Fiche,
    Positionnement,
    essai,
    euros,
    fin_essai,
    formation,
    placement_du,
    plancher_smic,
    preavis,
    recherche_emploi,
    sans_accents,
    smic_du,
)

__all__ = ["PAR_INTENTION", "dire_consequence", "examen_de", "rediger_consequence"]

_ESSAI = ("essai_ouvriers_employes", "essai_maitrise_cadres")
_PREAVIS = ("preavis_ouvriers_employes", "preavis_maitrise_cadres")
_RECHERCHE = ("recherche_emploi_ouvriers", "recherche_emploi_encadrement")
_FORMATION = ("prime_formation_qualification", "majoration_formation_longue")
_CATEGORIES = (  # the first found counts
    (Categorie.MAITRISE, ["maîtrise", "contremaître", "supervisor", "foreman"]),
    (Categorie.CADRE, ["cadre", "cadres", "executive"]),
    (Categorie.OUVRIER_EMPLOYE, ["ouvrier", "employé", "worker"]),
)


def rediger_consequence(
    b: Brouillon, intention: str, p: Positionnement | None, fiche: Fiche | None, aujourdhui: date
) -> None:
    """Work out what the question is about and say it with its rule; ask for what is missing."""
    jour = b.comprehension.jour or aujourdhui
    if jour > aujourdhui:
        rediger_abstention(b, "futur")
        return
    if fiche:
        b.fiches.append(str(fiche.code))
    regles, ecrire = PAR_INTENTION[intention]
    if _pas_encore(b, regles, jour):
        return
    if ecrire is None:
        rediger_champ(b)
        return
    ecrire(b, examen_de(b, p, fiche, jour), regles)


def examen_de(
    b: Brouillon, p: Positionnement | None, fiche: Fiche | None, jour: date
) -> Examen:
    """The placement the question names, else the fiche's or the one held, else the catégorie."""
    s = b.comprehension.situation
    if s.rupture is None and (rupture := _rupture(b.comprehension.question)):
        s = s.avec({"rupture": rupture}, b.comprehension.question[:120])
    dits: list[object] = [m.valeurs[0] for m in b.comprehension.mentions.de("echelon")]
    if not dits and p is not None and fiche is not None:
        dits = [placement_du(s, p)]
    echelon = _premier((*dits, s.echelon_actuel, s.echelon_demande))
    if echelon is None and fiche is not None:
        echelon = fiche.reference
    categorie = echelon.categorie if echelon else _categorie(b.comprehension.question) or _des_candidats(b)
    return Examen(s, b.c.kb.referentiel, jour, echelon, categorie, b.c.smics)


_RUPTURES = {
    "licenciement": motif(r"\b(?:licenci\w*|viree?s?|vire|mise? (?:a la porte|dehors)|fired|sacked|dismiss\w*|laid off|let (?:me|him|her) go)\b"),
    "demission": motif(r"\b(?:j?e? ?d[ei]mis+ion\w*|resign\w*|(?:i|he|she|to|if i) quit)\b"),
}
_AUTREMENT = motif(r"\b(?:faute (?:grave|lourde)|gross misconduct|retraite|conventionnelle|virements?)\b")


def _rupture(question: str) -> str | None:
    """The way of leaving named by its own word, where only one is."""
    plat = sans_accents(question)
    dites = [nom for nom, mots in _RUPTURES.items() if mots.search(plat)]
    return dites[0] if len(dites) == 1 and not _AUTREMENT.search(plat) else None


def _premier(dits: Iterable[object]) -> Echelon | None:
    for dit in dits:
        try:
            return Echelon.lire(dit)
        except EchelonInvalide:
            continue
    return None


def _categorie(question: str) -> Categorie | None:
    prepare = Texte.de(question)
    return next((c for c, mots in _CATEGORIES if prepare.trouve(mots)), None)


def _des_candidats(b: Brouillon) -> Categorie | None:
    """The catégorie of all the fiches that the job's name could stand for."""
    siennes = {b.c.kb.fiches[code].categorie for code in b.comprehension.candidats}
    return siennes.pop() if len(siennes) == 1 else None


def _pas_encore(b: Brouillon, regles: tuple[str, ...], jour: date) -> bool:
    """Abstain for a day before the article as it is known; True if so."""
    regle = b.c.kb.regles.get(regles[0])
    article = regle.article() if regle else None
    if article is None or article.depuis is None or jour >= article.depuis:
        return False
    b.behaviour = Behaviour.ABSTAIN
    b.dire("effet_avant", jour=f"{jour:%d/%m/%Y}", article=article.article,
           depuis=f"{article.depuis:%d/%m/%Y}")
    return True


def dire_consequence(b: Brouillon, c: Consequence) -> None:
    """Say one consequence, quote its rules, keep its figures as evidence, ask what is missing."""
    b.consequences.append(c)
    b.calcules += montants_dits(c)
    b.lignes.append(phrase(c, b.c, b.langue))
    for appui in c.appuis:
        b.citer_regle(appui.regle.id, appui.article.categorie)
    for fait in c.manquants:
        if fait not in b.comprehension.etat.inconnus:
            b.demander(fait)


def _demander(b: Brouillon, *faits: str) -> None:
    for fait in faits:
        if fait not in b.comprehension.etat.inconnus:
            b.demander(fait)
    _question(b)


def _question(b: Brouillon) -> None:
    if b.missing:
        b.dire("question_ouverte", question=b.missing[0].question)


def _de_la_categorie(examen: Examen, regles: tuple[str, ...]) -> tuple[str, ...]:
    if examen.categorie is None:
        return regles
    return regles[:1] if examen.categorie is Categorie.OUVRIER_EMPLOYE else regles[1:2]


def _essai(b: Brouillon, examen: Examen, regles: tuple[str, ...]) -> None:
    if (c := essai(examen)) is not None:
        dire_consequence(b, c)
        return
    rediger_regle(b, *regles)
    _demander(b, "echelon_actuel")


def _preavis(b: Brouillon, examen: Examen, regles: tuple[str, ...]) -> None:
    trouves = preavis(examen)
    if examen.categorie and not trouves and _pas_encore(b, ("preavis_retraite",), examen.jour):
        return
    for c in trouves:
        if c.cas != "preavis_a_preciser":
            dire_consequence(b, c)
    ouverts = [c for c in trouves if c.cas == "preavis_a_preciser"]
    if trouves and not ouverts:
        return
    if examen.situation.rupture in ("retraite", "mise_retraite"):
        rediger_regle(b, "preavis_retraite")
    rediger_regle(b, *_de_la_categorie(examen, regles))
    b.consequences += ouverts
    faits = [f for c in ouverts for f in c.manquants] or ["echelon_actuel"]
    if examen.situation.rupture is None and len(trouves) > 1 and examen.categorie is Categorie.OUVRIER_EMPLOYE:
        faits.insert(0, "rupture")  # for the others notice is the same either way
    _demander(b, *dict.fromkeys(faits))


def _fin_essai(b: Brouillon, examen: Examen, regles: tuple[str, ...]) -> None:
    c = fin_essai(examen)
    if c is None or c.valeur is None:
        rediger_regle(b, *regles, categorie=examen.categorie)
        _demander(b, *(c.manquants if c else ()))
        return
    dire_consequence(b, c)


def _smic(b: Brouillon, examen: Examen, regles: tuple[str, ...]) -> None:
    """The rule, and both figures of the day where a placement is named."""
    rediger_regle(b, *regles)
    smic, base = smic_du(examen), examen.minimum(examen.echelon)
    if smic is None or base is None or examen.echelon is None:
        return
    if c := plancher_smic(examen):
        dire_consequence(b, c)
    else:
        b.calcules += [smic.mensuel, base]
        b.dire("effet_smic_et_minimum", valeur=euros(smic.mensuel), minimum=euros(base),
               nom=nom_du_placement(examen.echelon, b.c, b.langue),
               effet=f"{smic.date_effet:%d/%m/%Y}")
    bareme = examen.bareme()
    if bareme:
        b.citer(b.c.kb.par_id.get(f"bareme:{bareme.id}/{examen.echelon}"))


def _recherche(b: Brouillon, examen: Examen, regles: tuple[str, ...]) -> None:
    if (c := recherche_emploi(examen)) is None:
        rediger_regle(b, *_de_la_categorie(examen, regles))
        _demander(b, "echelon_actuel")
        return
    dire_consequence(b, c)
    _question(b)


def _formation(b: Brouillon, examen: Examen, regles: tuple[str, ...]) -> None:
    c = formation(examen)
    if c is None:
        if examen.categorie not in (None, Categorie.OUVRIER_EMPLOYE):
            b.dire("effet_formation_categorie", article=b.c.kb.regles[regles[0]].article().article)
        rediger_regle(b, regles[0])
        if examen.categorie in (None, Categorie.OUVRIER_EMPLOYE):
            _demander(b, "heures_formation")
        return
    dire_consequence(b, replace(c, manquants=()))
    if c.bareme is not None:
        b.citer(b.c.kb.par_id.get(f"bareme:{c.bareme.id}/point"))
    if c.valeur != 0:
        personnelles = set(c.manquants) - {"issue_formation"}
        b.dire("effet_formation_conditions" if personnelles else "effet_formation_nature")
        if c.manquants:
            _demander(b, *c.manquants)


_Ecrire = Callable[[Brouillon, Examen, tuple[str, ...]], None]
_CHAMP: tuple[tuple[str, ...], _Ecrire | None] = (("champ_application",), None)
PAR_INTENTION: dict[str, tuple[tuple[str, ...], _Ecrire | None]] = {
    "essai": (_ESSAI, _essai),
    "preavis": (_PREAVIS, _preavis),
    "fin_essai": (("essai_fin",), _fin_essai),
    "regle:essai_fin": (("essai_fin",), _fin_essai),
    "recherche_emploi": (_RECHERCHE, _recherche),
    "regle:smic_plancher": (("smic_plancher",), _smic),
    "regle:prime_formation_qualification": (_FORMATION, _formation),
    "regle:majoration_formation_longue": (_FORMATION, _formation),
    "regle:champ_application": _CHAMP,
} | {
    f"regle:{r}": (_PREAVIS, _preavis) for r in (*_PREAVIS, "preavis_retraite")
} | {
    f"regle:{r}": (_ESSAI, _essai) for r in _ESSAI
} | {f"regle:{r}": (_RECHERCHE, _recherche) for r in _RECHERCHE}
