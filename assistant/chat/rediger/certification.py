"""A certification named without a job: its série, what it gives, the fiches it opens."""

from __future__ import annotations

from assistant.chat.comprendre.certifications import CertificationDite, certifications_dites
from assistant.chat.comprendre.metiers import fiches_nommees
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.rediger.ouvertures import dire_fiches, lignes_des_series
from assistant.chat.rediger.regles import rediger_regle
from assistant.chat.reponse import Behaviour
from assistant.classification import Positionnement, sans_accents

__all__ = ["rediger_certification"]

_INTENTIONS = frozenset(
    "certification acces ouvertures evolution echelon situation grille trouver_fiche progresser "
    "recherche suite parcours contenu statut alternance sans_qualification".split()
)
_LISTE = motif(
    r"\b(?:liste|rncsa|repertoire|reconnue?s?|inscrite?s?|figure|repertoriee?|recognised|recognized|"
    r"listed?|register(?:ed)?)\b|certifications? de la branche|compte(?:nt)?[- ]t[- ]|existe[- ]t[- ]"
)
_TAIRE = motif(r"\b(?:minimum|salaire|paye|paie|prime|gagne|euros?|salary|pay|wage)\b")
_LIEN = "https://www.legifrance.gouv.fr/conv_coll/id/KALIARTI000043510686/?idConteneur=KALICONT000005635191"
_PROCHES, _AU_PLUS = 5, 20  # of a family: shown, and too many for it to help


def rediger_certification(b: Brouillon, intention: str, p: Positionnement | None) -> bool:
    """Say what the certifications named give; False where the question is about a job."""
    if _autrement(b) or not (
        intention in _INTENTIONS or intention.startswith("regle:certification")
    ):
        return False
    plat = sans_accents(b.comprehension.question)
    liste = bool(_LISTE.search(plat))
    c = b.comprehension
    if (c.fiche and not liste) or _TAIRE.search(plat):
        return False
    dites = [d for d in _dites(b) if d.inconnue or _nommee(b, d)]
    if c.candidats:
        dites = [d for d in dites if _d_un_echelon(b, d)]
        if len(dites) != 1:
            return False  # the name of the job is the question first
    elif not dites or _autre_metier(b, dites):
        return False
    if any(d.inconnue for d in dites) and not liste and not _sans_emploi(b):
        return False
    for dite in dites[:2]:
        _dire(b, dite)
    if not all(d.entrees and all(c.echelon is None for c in d.entrees) for d in dites[:2]):
        rediger_regle(b, "certification_reference")  # an old one gives no placement
    b.citer_regle("certification_serie")
    b.dire("rncsa_connu", url=_LIEN)
    if p is not None and len(dites) == 1 and not dites[0].inconnue:
        b.positionnement = p
    return True


def _autrement(b: Brouillon) -> bool:
    """A written promise, a VAE, an apprentice, an unskilled job: rules of their own answer."""
    s = b.comprehension.situation
    statut = s.statut in ("apprenti", "alternance")
    return bool(s.accord_ecrit is not None or s.vae or statut or s.qualification_requise is False)


def _dites(b: Brouillon) -> tuple[CertificationDite, ...]:
    c = b.comprehension
    return certifications_dites(c.question, c.mentions, b.c.kb.referentiel.registre)


def _nommee(b: Brouillon, dite: CertificationDite) -> bool:
    """True for a certification, not for a family as "BTS" that holds many."""
    registre = b.c.kb.referentiel.registre
    if not registre.lire(dite.nom).generique:
        return bool(dite.entrees)
    return bool(dite.entrees) and len({c.serie for c in dite.entrees}) == 1 and (
        len(dite.entrees) <= 2 and bool(registre.nommees(dite.nom))
    )


def _d_un_echelon(b: Brouillon, dite: CertificationDite) -> bool:
    """True where the certification, by the way it was prepared where that counts, gives one échelon."""
    voie = b.comprehension.situation.voie_preparation
    if dite.inconnue or (voie is None and any(e.voies for e in dite.entrees)):
        return False
    siennes = [e for e in dite.entrees if not e.voies or voie in e.voies]
    return len({e.echelon for e in siennes}) == 1 and siennes[0].echelon is not None


def _sans_emploi(b: Brouillon) -> bool:
    """True where the certification is all there is to the question."""
    return not b.comprehension.situation.intitule and not b.comprehension.mentions.de("echelon")


def _autre_metier(b: Brouillon, dites: list[CertificationDite]) -> bool:
    """A job is named outside the certification's own name."""
    nommes = fiches_nommees(b.comprehension.question, b.comprehension.mentions, b.c)
    return any(
        all(n.fin <= d.debut or n.debut >= d.fin for d in dites) for n in nommes if n.debut >= 0
    )


def _dire(b: Brouillon, dite: CertificationDite) -> None:
    if dite.inconnue:
        b.dire("certification_absente", certification=dite.nom)
        _de_la_famille(b, dite)
        return
    voie = b.comprehension.situation.voie_preparation
    entrees = tuple(c for c in dite.entrees if not (voie and c.voies) or voie in c.voies)
    series = sorted({c.serie for c in entrees})
    if len(series) > 1 and not all(c.voies for c in entrees):
        b.dire("certification_deux_series", certification=dite.nom, series=_et(b, series))
    b.lignes.extend(lignes_des_series(b, entrees))
    if len(series) > 1 and all(c.voies for c in entrees):
        b.behaviour = Behaviour.ASK
        b.demander("voie_preparation")
        b.dire("a_demander", question=b.c.question("voie_preparation", b.langue))
    if any(c.echelon is None for c in entrees):
        b.dire("certification_ancienne")
    dire_fiches(b, entrees, b.comprehension.candidats)


def _de_la_famille(b: Brouillon, dite: CertificationDite) -> None:
    """The certifications of the same family, where they are few."""
    registre = b.c.kb.referentiel.registre
    famille = registre.famille(dite.nom)
    if famille is None:
        return
    noms = list(dict.fromkeys(c.noms[0] for c in registre.certifications if c.famille == famille.id))
    if 0 < len(noms) <= _AU_PLUS:
        plus = len(noms) - _PROCHES
        suite = f" {b.texte('comparaison_et', n=plus)}" if plus > 0 else ""
        b.dire("certification_famille", famille=famille.noms[0],
               noms=" ; ".join(noms[:_PROCHES]) + suite)


def _et(b: Brouillon, series: list[int]) -> str:
    return (" et " if b.langue == "fr" else " and ").join(map(str, series))
