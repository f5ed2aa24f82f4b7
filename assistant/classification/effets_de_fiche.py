"""What a fiche's own rules do to a classing; each effect notes its motif, with fiche and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.classification.activites import rattacher
from assistant.classification.certification import conditions_d_acces
from assistant.classification.code import Code
from assistant.classification.diplomes import Accord, comparer
from assistant.classification.dossier import Dossier
from assistant.classification.fiche import Fiche
from assistant.classification.grille import Echelon
from assistant.classification.mots import sans_accents
from assistant.classification.regle import Article
from assistant.classification.regles_de_fiche import RegleDeFiche, TypeDeRegle

__all__ = [
    "Effet", "activites_d_une_autre_fiche", "effet_de_fiche", "extension_refusee", "majore_obligatoire", "noter_conditions",
    "noter_liste",
]

_SUR = 0.75  # share of an activity's words that the rule's condition must hold
_ASSEZ = 0.4  # share of the condition's words told: less is part of it only, to be checked
_PROCHE = 0.5  # from here on the rule is worth a mention
_PRINCIPALE = re.compile(
    r"\bactivites? principales?\b|\b(?:surtout|principalement|essentiellement|majoritairement|"
    r"uniquement|exclusivement|mainly|mostly)\b|\bl'essentiel\b")


@dataclass(frozen=True, slots=True)
class Effet:
    """What rules of the fiche give: a placement due, one open by the employer's decision.

    ``manquants``: facts that decide.
    """

    du: Echelon | None = None
    possible: Echelon | None = None
    manquants: tuple[str, ...] = ()


def effet_de_fiche(dossier: Dossier, fiche: Fiche) -> Effet:
    """The highest placements the fiche's own rules give, due and possible."""
    effets = [
        e for type_, lire in (
            (TypeDeRegle.AUTRE_FICHE_IMPOSEE, _autre_fiche),
            (TypeDeRegle.ECHELON_IMPOSE, _echelon_impose),
            (TypeDeRegle.DELAI_DE_PASSAGE, _delai),
        )
        for regle in _regles(dossier, fiche, type_) if (e := lire(dossier, regle))
    ]
    return Effet(
        du=max((e.du for e in effets if e.du), default=None),
        possible=max((e.possible for e in effets if e.possible), default=None),
        manquants=tuple(dict.fromkeys(m for e in effets for m in e.manquants)),
    )


def activites_d_une_autre_fiche(dossier: Dossier, fiche: Fiche) -> tuple[str, ...]:
    """The activities stated that make a rule of the fiche impose another one."""
    if not dossier.en_vigueur("fiche_autre_imposee"):
        return ()
    concepts = dossier.referentiel.concepts
    return tuple(
        a for regle in _regles(dossier, fiche, TypeDeRegle.AUTRE_FICHE_IMPOSEE)
        if regle.condition and not regle.certifications and (
            _vise(dossier, regle) and _condition_remplie(dossier, regle)
        )
        for a in _dites(dossier)
        if rattacher(_PRINCIPALE.sub(" ", sans_accents(a)), _cibles(regle), concepts) >= _PROCHE
    )


def majore_obligatoire(dossier: Dossier, fiche: Fiche) -> bool:
    """True when the fiche makes a majoré due by itself: all the competences it names are used."""
    s = dossier.situation
    activites = (*(s.extensions_exercees or ()), *(s.activites_complementaires or ()))
    contexte = " ".join((*activites, s.intitule or "", s.description or ""))
    for regle in _regles(dossier, fiche, TypeDeRegle.MAJORE_OBLIGATOIRE):
        toutes = bool(activites) and all(_nomme(contexte, g) for g in regle.parametres["competences"])
        dite = any(_nomme(a, regle.parametres.get("expressions", ())) for a in activites)
        faits = ("extensions_exercees",) if s.extensions_exercees else ("activites_complementaires",)
        if (toutes or dite) and _noter(
            dossier, "fiche_majore_obligatoire", regle, faits,
            activites=activites, majores=" ou ".join(str(e) for e in fiche.majores),
        ):
            return True
    return False


def extension_refusee(dossier: Dossier, fiche: Fiche, activite: str) -> bool:
    """True when an extension counts only for holders of a certification the person has not."""
    s, ref = dossier.situation, dossier.referentiel
    for regle in _regles(dossier, fiche, TypeDeRegle.EXTENSION_SOUS_CONDITION):
        if rattacher(activite, (regle.parametres["extension"],), ref.concepts) < _SUR:
            continue
        if _detient(dossier, regle):
            return False
        _noter(
            dossier, "fiche_extension_condition", regle, ("extensions_exercees",),
            activite=activite, certifications=regle.certifications,
        )
        return s.certification_rncsa is False
    return False


def noter_conditions(dossier: Dossier, fiche: Fiche) -> None:
    """Note what the fiche asks for besides a certification, and an obligatory job title."""
    for regle in _regles(dossier, fiche, TypeDeRegle.INTITULE_OBLIGATOIRE):
        _noter(dossier, "fiche_intitule", regle, ("fiche",), titre=fiche.titre)
    siennes = conditions_d_acces(dossier.situation, fiche, dossier.referentiel.registre)
    for regle in _regles(dossier, fiche, TypeDeRegle.CONDITION_D_ACCES):
        if siennes and regle.condition not in siennes:
            continue  # another way in asks for it
        _noter(
            dossier, "fiche_condition_acces", regle, ("fiche",),
            condition=_EN_MOTS.get(regle.condition, regle.condition),
        )


def noter_liste(dossier: Dossier, fiche: Fiche) -> None:
    """Note that the extensions relied on come from a list changed since, or left to the firm."""
    for regle in _regles(dossier, fiche, TypeDeRegle.EXTENSIONS_LIBRES):
        _noter(dossier, "fiche_extensions_libres", regle, ("extensions_exercees",), code=fiche.code)
    if fiche.texte_ancien:
        dossier.noter(
            "extension_liste_ancienne", ("extensions_exercees",), code=fiche.code,
            edition=_jour(fiche.edition), accord=_jour(fiche.superseded_by),
        )


_EN_MOTS = {
    "agrement_prefectoral": "l'agrément préfectoral",
    "autorisation_enseigner": "l'autorisation d'enseigner",
    "ccs": "le certificat complémentaire de spécialisation (CCS)",
    "experience": "une expérience professionnelle",
    "formation_pedagogique": "une formation pédagogique",
}


def _autre_fiche(dossier: Dossier, regle: RegleDeFiche) -> Effet | None:
    p = regle.parametres
    if (debut := p.get("a_partir_du")) and dossier.jour < date.fromisoformat(debut):
        return None
    if not _vise(dossier, regle):
        return None
    echelon = Echelon.lire(p["echelon"]) if p.get("echelon") else Code.lire(p["vers"]).reference
    faits = _faits(regle)
    variables = {"vers": p["vers"], "echelon": echelon, "condition": regle.condition}
    if _condition_remplie(dossier, regle):
        ok = _noter(dossier, "fiche_autre_imposee", regle, faits, **variables)
        return Effet(du=echelon) if ok else None
    _noter(dossier, "fiche_autre_a_verifier", regle, faits, **variables)
    return None


def _echelon_impose(dossier: Dossier, regle: RegleDeFiche) -> Effet | None:
    if not _vise(dossier, regle):
        return None
    echelon = Echelon.lire(regle.parametres["echelon"])
    remplie = not regle.condition or dossier.situation.emploi_correspond is True
    if remplie and _noter(
        dossier, "fiche_echelon_impose", regle, ("certification",), echelon=echelon,
        certification=dossier.situation.certification or "",
    ):
        return Effet(du=echelon)
    return None if remplie else Effet(manquants=("emploi_correspond",))


def _delai(dossier: Dossier, regle: RegleDeFiche) -> Effet | None:
    """After so many months: due (E.6.2), or open by the employer's decision (C.9.1)."""
    p, s = regle.parametres, dossier.situation
    echelon = Echelon.lire(p["echelon"])
    variables = {"mois": p["mois"], "echelon": echelon, "condition": regle.condition}
    if p["decision"]:
        depuis = p.get("certifie_depuis")
        if not _vise(dossier, regle) or (depuis and dossier.jour < date.fromisoformat(depuis)):
            return None
        if s.reconnu_par_employeur is False or s.emploi_correspond is False:
            return None
        if not regle.certifications and (s.anciennete or 0) < p["mois"]:
            return None
        regle_id = "fiche_delai_decision" if regle.certifications else "fiche_promotion_possible"
        fait = "certification" if regle.certifications else "anciennete"
        ok = _noter(dossier, regle_id, regle, (fait,), **variables)
        return Effet(possible=echelon) if ok else None
    if s.anciennete is None:
        return Effet(manquants=("anciennete",))
    if s.anciennete < p["mois"]:
        _noter(dossier, "fiche_delai_a_venir", regle, ("anciennete",), **variables)
        return None
    ok = _noter(dossier, "fiche_delai", regle, ("anciennete",), **variables)
    return Effet(du=echelon) if ok else None


def _vise(dossier: Dossier, regle: RegleDeFiche) -> bool:
    """The rule is for this person: anyone, or the holder of the certification it names."""
    if regle.certifications:
        return _detient(dossier, regle)
    if regle.type is TypeDeRegle.AUTRE_FICHE_IMPOSEE and not regle.parametres.get("a_partir_du"):
        return _proche(dossier, regle) >= _PROCHE or bool(regle.parametres.get("au_dela"))
    return True


def _detient(dossier: Dossier, regle: RegleDeFiche) -> bool:
    s, registre = dossier.situation, dossier.referentiel.registre
    if s.certification is None or s.certification_rncsa is False:
        return False
    noms = [registre.lire(n) for n in regle.certifications]
    return comparer(registre.lire(s.certification), noms) is Accord.OUI


def _condition_remplie(dossier: Dossier, regle: RegleDeFiche) -> bool:
    if regle.parametres.get("certifie_avant"):
        return False  # no fact tells when it was earned
    if "principale" in regle.condition and not _principale(dossier, regle):
        return False
    if regle.parametres.get("au_dela"):
        s = dossier.situation
        return bool(s.activites_complementaires)
    if regle.parametres.get("a_partir_du") or not regle.condition:
        return True
    dites = " ; ".join(_dites(dossier))
    couverte = max(rattacher(c, (dites,), dossier.referentiel.concepts) for c in _cibles(regle))
    return _proche(dossier, regle) >= _SUR and couverte >= _ASSEZ


def _principale(dossier: Dossier, regle: RegleDeFiche) -> bool:
    """True when the activity that the rule speaks of is said to be the main one."""
    return any(
        _PRINCIPALE.search(sans_accents(a))
        and rattacher(_PRINCIPALE.sub(" ", sans_accents(a)), _cibles(regle),
                      dossier.referentiel.concepts) >= _PROCHE
        for a in _dites(dossier)
    )


def _proche(dossier: Dossier, regle: RegleDeFiche) -> float:
    """How far a stated activity is what the rule's condition describes, 0 to 1."""
    concepts = dossier.referentiel.concepts
    return max((rattacher(_PRINCIPALE.sub(" ", sans_accents(a)), _cibles(regle), concepts)
                for a in _dites(dossier)), default=0.0)


def _dites(dossier: Dossier) -> tuple[str, ...]:
    s = dossier.situation
    return (*(s.extensions_exercees or ()), *(s.activites_complementaires or ()))


def _cibles(regle: RegleDeFiche) -> tuple[str, ...]:
    return (*(regle.parametres.get("activites") or ()), *filter(None, (regle.condition,)))


def _nomme(texte: str, noms: tuple[str, ...]) -> bool:
    plat = f" {sans_accents(texte)} "
    for signe in "+/,;.()'-&":
        plat = plat.replace(signe, " ")
    plat = f" {' '.join(plat.split())} "
    return any(f" {sans_accents(n)} " in plat for n in noms)


def _faits(regle: RegleDeFiche) -> tuple[str, ...]:
    if regle.certifications:
        return ("certification",)
    return ("activites_complementaires",) if regle.condition else ("fiche",)


def _regles(dossier: Dossier, fiche: Fiche, type_: TypeDeRegle) -> Iterator[RegleDeFiche]:
    return (r for r in fiche.regles if r.type is type_ and r.en_vigueur(dossier.jour))


def _noter(
    dossier: Dossier, regle_id: str, regle: RegleDeFiche, faits: tuple[str, ...],
    **variables: object,
) -> bool:
    """Note a motif that stands on the fiche's own rule: "fiche G.9.1, classement"."""
    lieu = f"fiche {regle.fiche}, {regle.lieu}"
    return dossier.noter_lieu(
        Article(lieu, regle.url, regle.depuis), regle_id, faits, fiche=regle.fiche, lieu=lieu,
        **variables,
    )


def _jour(jour: date | None) -> str:
    return f"{jour:%d/%m/%Y}" if jour else ""
