"""What a certification opens: its série, the placement it reaches, the fiches that name it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from assistant.chat.comprendre.certifications import certifications_dites
from assistant.chat.rediger.acces import nommer_condition
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.fiche import placement
from assistant.chat.rediger.parcours import citer_codes, dire_editions, prevenir_generique
from assistant.chat.rediger.points_echelons import liste
from assistant.chat.rediger.regles import rediger_regle
from assistant.classification import Certification, Echelon, Fiche
from assistant.classification.ouvertures import FicheOuverte, ouvertures

__all__ = ["dire_fiches", "lignes_des_series", "rediger_ouvertures"]

_SERIES = 4
_FICHES = 15


def rediger_ouvertures(b: Brouillon) -> bool:
    """Say what the certification named opens; False where the RNCSA holds none of that name."""
    trouvees = certifications_nommees(b)
    if not trouvees:
        return False
    for ligne in lignes_des_series(b, trouvees):
        b.lignes.append(ligne)
    if len({c.serie for c in trouvees}) > 1 and len(trouvees) > _SERIES:
        b.dire("ouvre_laquelle")
    dire_fiches(b, trouvees)
    if any(c.echelon for c in trouvees):
        rediger_regle(b, "certification_reference")
    rediger_regle(b, "certification_serie")
    return True


def certifications_nommees(b: Brouillon) -> tuple[Certification, ...]:
    """The entries that the words from the diploma's name on stand for, the fullest name first."""
    registre = b.c.kb.referentiel.registre
    dites = certifications_dites(b.comprehension.question, b.comprehension.mentions, registre)
    return next((d.entrees for d in dites if d.entrees), ())


def lignes_des_series(b: Brouillon, trouvees: Sequence[Certification]) -> list[str]:
    """One line a certification, or a série where a family name stands for many."""
    par_serie = sorted(trouvees, key=lambda c: c.serie)
    lignes = []
    for serie, groupe in groupby(par_serie, key=lambda c: c.serie):
        siennes = list(groupe)
        noms = [c.noms[0] + _voie(b, c) for c in siennes]
        plus = b.texte("comparaison_et", n=len(noms) - 3) if len(noms) > 3 else ""
        dit = ", ".join(dict.fromkeys(noms[:3])) + (f" {plus}" if plus else "")
        cle = "ouvre_serie" if siennes[0].echelon else "ouvre_serie_sans"
        echelon = siennes[0].echelon
        variables: dict[str, object] = {"certification": dit, "serie": serie}
        if echelon:
            variables["placement"] = _placement(b, echelon)
        lignes.append(b.texte(cle, **variables))
    return lignes


def _voie(b: Brouillon, c: Certification) -> str:
    if not c.voies:
        return ""
    cle = "voie_scolaire" if "scolaire" in c.voies else "voie_alternance"
    return " " + b.texte("ouvre_voie", voie=b.texte(cle))


def _placement(b: Brouillon, echelon: Echelon) -> str:
    cle = "nom_echelon" if echelon.numero else "nom_cadre"
    return b.texte(cle, echelon=echelon)


def dire_fiches(
    b: Brouillon, trouvees: Sequence[Certification], candidats: Collection[str] = ()
) -> None:
    """The fiches that name them in their ways in, with or without practice.

    ``candidats``: what the name of a job leaves open; of their filières, those on the échelon
    that the certification gives.
    """
    ref = b.c.kb.referentiel
    ouvertes = ouvertures(trouvees, ref.fiches, ref.registre, b.c.ouvertures)
    if candidats:
        au_bon = [o for o in ouvertes if ref.fiches[o.code].reference == trouvees[0].echelon]
        filieres = {ref.fiches[x].code.filiere for x in candidats}
        ouvertes = tuple(
            [o for o in au_bon if o.code in candidats]
            or [o for o in au_bon if ref.fiches[o.code].code.filiere in filieres] or ouvertes
        )
    if not ouvertes:
        b.dire("ouvre_inconnu")
        return
    dites = ouvertes[:_FICHES]
    for tete, siennes in (("ouvre_tete", [o for o in dites if not o.famille]),
                          ("ouvre_famille", [o for o in dites if o.famille])):
        if siennes:
            b.dire(tete)
        for ouverte in siennes:
            fiche = ref.fiches[ouverte.code]
            b.dire("ouvre_ligne", titre=b.titre(fiche), code=ouverte.code,
                   placement=placement(b, fiche), condition=_conditions(b, fiche, ouverte))
            b.fiches.append(ouverte.code)
    if len(ouvertes) > _FICHES:
        b.dire("reste", n=len(ouvertes) - _FICHES)
    citer_codes(b, (o.code for o in ouvertes[:_FICHES]))
    dire_editions(b, "ouvre_editions", (o.code for o in ouvertes[:_FICHES]))
    prevenir_generique(b, (o.code for o in ouvertes[:_FICHES]))


def _conditions(b: Brouillon, fiche: Fiche, o: FicheOuverte) -> str:
    """What the fiche asks for besides the certification, after its placement."""
    dites = []
    if o.voies:
        cle = "voie_scolaire" if o.voies == ("scolaire",) else "voie_alternance"
        dites.append(b.texte("ouvre_si_voie", voie=b.texte(cle)))
    if o.domaine:
        dites.append(b.texte("ouvre_si_domaine", domaine=o.domaine))
    if o.pratique:
        dites.append(b.texte("ouvre_pratique"))
    if siennes := [d for c in o.conditions if (d := nommer_condition(b, fiche, c))]:
        dites.append(b.texte("ouvre_avec", conditions=liste(b, siennes)))
    return "".join(f", {d}" for d in dites)
