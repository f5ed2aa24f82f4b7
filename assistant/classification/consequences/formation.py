"""Prime de formation-qualification, and the raise for long training (2.05 b, c and d)."""

from __future__ import annotations

from decimal import Decimal

from assistant.classification.consequences.modele import Appui, Consequence, Examen, centimes
from assistant.classification.grille import Categorie
from assistant.classification.suppleance import euros

__all__ = ["formation"]

_PRIME, _MAJORATION = "prime_formation_qualification", "majoration_formation_longue"
_ISSUES = {
    "echelon_superieur": "points_superieur",
    "meme_echelon": "points_meme",
    "sans_certification": "points_sans",
}


def formation(examen: Examen) -> Consequence | None:
    """What training of so many hours brings: euros a month for 6 months, or on the base pay.

    0 where the articles give nothing (maîtrise and cadres, under 6 months' seniority, under 18
    hours); None where the hours are not stated or the article not yet in force.
    """
    heures = examen.situation.heures_formation
    prime, majoration = examen.appui(_PRIME), examen.appui(_MAJORATION)
    if heures is None or prime is None or majoration is None:
        return None
    longue = heures > prime.regle.parametres["heures_max"]
    appui = majoration if longue else prime
    if refus := _refus(examen, appui, prime, heures):
        return Consequence("formation", refus, (appui,), 0, "euros_par_mois",
                           variables={"heures": heures}, faits=("heures_formation",))
    manquants = tuple(
        nom for nom, connu in (("anciennete", examen.situation.anciennete),
                               ("echelon_actuel", examen.categorie)) if connu is None
    )
    if longue:
        return _longue(examen, appui, manquants)
    p = appui.regle.parametres
    points = p["points_court"] if heures <= p["heures_court_max"] else p["points_long"]
    return _en_euros(examen, appui, "formation", points, manquants, mois=p["mois"])


def _refus(examen: Examen, appui: Appui, prime: Appui, heures: float) -> str | None:
    """The case that closes the right, or None."""
    if examen.categorie not in (None, Categorie.OUVRIER_EMPLOYE):
        return "formation_categorie"
    presence = examen.situation.anciennete
    if presence is not None and presence < appui.regle.parametres["anciennete_min"]:
        return "formation_anciennete"
    return "formation_courte" if heures < prime.regle.parametres["heures_min"] else None


def _longue(examen: Examen, appui: Appui, manquants: tuple[str, ...]) -> Consequence:
    issue = _ISSUES.get(examen.situation.issue_formation or "")
    if issue is None:
        return Consequence("formation", "formation_longue_a_preciser", (appui,),
                           variables=dict(appui.regle.parametres), faits=("heures_formation",),
                           manquants=("issue_formation", *manquants))
    points = appui.regle.parametres[issue]
    return _en_euros(examen, appui, "formation_longue", points, manquants)


def _en_euros(
    examen: Examen, appui: Appui, cas: str, points: int, manquants: tuple[str, ...],
    mois: int | None = None,
) -> Consequence:
    """Points times the value of the point, in proportion of part-time hours."""
    bareme = examen.bareme()
    point = bareme.valeur_point if bareme else None
    faits = ("heures_formation", *(("issue_formation",) if mois is None else ()))
    variables: dict[str, object] = {"points": points, "heures": examen.situation.heures_formation}
    if point is None:
        return Consequence("formation", f"{cas}_points", (appui,), points, "points",
                           variables=variables, faits=faits, manquants=manquants)
    part = examen.part_du_temps()
    valeur = centimes(points * point * part)
    calcul = [f"{points} × {euros(point)} = {euros(centimes(points * point))}"]
    if part < 1:
        heures = f"{Decimal(str(examen.situation.heures_hebdo)).normalize():f}".replace(".", ",")
        calcul.append(f"{euros(centimes(points * point))} × {heures} / 35 = {euros(valeur)}")
        faits, cas = (*faits, "heures_hebdo"), f"{cas}_partiel"
        variables["hebdo"] = heures
    if mois:
        calcul.append(f"{euros(valeur)} × {mois} = {euros(valeur * mois)}")
        variables |= {"mois": mois, "total": valeur * mois}
    return Consequence(
        "formation", cas, (appui,), valeur, "euros_par_mois", tuple(calcul),
        variables | {"valeur": valeur, "point": point, "avenant": bareme.avenant if bareme else ""},
        faits, manquants, bareme,
    )
