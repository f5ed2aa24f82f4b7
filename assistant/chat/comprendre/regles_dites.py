"""What sets off a rule of the fiche's own, said in everyday words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.chat.comprendre.motifs import Texte
from assistant.chat.connaissances import Connaissances
from assistant.chat.motif import motif
from assistant.classification import Fiche, RegleDeFiche, TypeDeRegle, sans_accents
from assistant.corpus.schemas_parler import EntreeRegleDite

__all__ = ["activites_des_regles", "fiche_de_la_regle"]

_PRINCIPALE = "activité principale : "
_NIEE = motif(
    r"\b(?:pas|jamais|ni|sans|aucun|aucune|not|never|no|without)\s+(?:de\s+|d'|des\s+|les\s+|la\s+|le\s+|the\s+)?$"
)
_SOUHAIT = motif(
    r"\b(?:voudrais|veux|souhaite|aimerais|envie|formation|former|passer|devenir|bientot|want|would like|"
    r"become|training)\b[^.?!,;]{0,40}$"
)
_OU = motif(r"\b(?:ou|or)\b")
_PAR_LE_TEXTE = 0.6  # share of the condition's words that must be in the question
_AU_MOINS = 3  # of them: a condition of two words is too easily met


def activites_des_regles(texte: str, fiche: Fiche | None, c: Connaissances) -> tuple[str, ...]:
    """The activities stated that a rule of the fiche speaks of, in the words of the rule."""
    if fiche is None:
        return ()
    prepare = Texte.de(texte)
    trouvees: list[str] = []
    for regle in fiche.regles:
        if regle.type is TypeDeRegle.MAJORE_OBLIGATOIRE:
            trouvees += _competences(texte, regle)
        elif regle.type is TypeDeRegle.AUTRE_FICHE_IMPOSEE:
            trouvees += _autre_fiche(prepare, regle, c)
    return tuple(dict.fromkeys(trouvees))


def fiche_de_la_regle(texte: str, candidats: tuple[str, ...], c: Connaissances) -> str | None:
    """Of the fiches a name leaves open, the one whose own rule is told: two competences, sales to firms."""
    prepare = Texte.de(texte)
    dites = [
        code for code in candidats
        if any(
            any(_competences(texte, regle)) if regle.type is TypeDeRegle.MAJORE_OBLIGATOIRE
            else regle.type is TypeDeRegle.AUTRE_FICHE_IMPOSEE and _toute(prepare, regle, c)
            for regle in c.kb.fiches[code].regles
        )
    ]
    return dites[0] if len(dites) == 1 else None


def _toute(prepare: Texte, regle: RegleDeFiche, c: Connaissances) -> bool:
    """True where everything the rule asks for is told, the main activity too where it asks for it."""
    return any(
        (d.fiche, d.vers) == (regle.fiche, regle.parametres["vers"])
        and all(prepare.trouve(groupe) for groupe in d.signes)
        and (not d.principale or prepare.trouve(d.principale) is not None)
        and not prepare.trouve(d.sauf)
        for d in c.regles_dites
    )


def _competences(texte: str, regle: RegleDeFiche) -> Iterator[str]:
    """One name of each group, none denied or only wished for: "les VL et les PL"."""
    plat = sans_accents(texte)
    noms, places = [], []
    for groupe in regle.parametres["competences"]:
        dits = (re.search(rf"\b{re.escape(sans_accents(n))}\b", plat) for n in groupe)
        dit = next((m for m in dits if m and _exercee(plat[: m.start()])), None)
        if dit is None:
            break
        noms.append(groupe[0])
        places.append(dit)
    else:
        premier, dernier = min(m.end() for m in places), max(m.start() for m in places)
        if not _OU.search(plat, premier, dernier):
            yield " et ".join(noms)
    yield from (e for e in regle.parametres.get("expressions", ())
                if sans_accents(e) in plat and len(noms) < len(regle.parametres["competences"]))


def _exercee(avant: str) -> bool:
    return not _NIEE.search(avant) and not _SOUHAIT.search(avant)


def _autre_fiche(prepare: Texte, regle: RegleDeFiche, c: Connaissances) -> Iterator[str]:
    dites = [d for d in c.regles_dites if (d.fiche, d.vers) == (
        regle.fiche, regle.parametres["vers"])]
    if dites:
        for dite in dites:
            yield from _par_signes(prepare, dite)
    elif not regle.certifications and regle.condition:
        concepts = c.kb.referentiel.concepts
        voulus = {m for m, poids in concepts.traduire(regle.condition).items() if poids == 1.0}
        communs = voulus & concepts.traduire(prepare.brut).keys()
        if len(communs) >= _AU_MOINS and len(communs) >= _PAR_LE_TEXTE * len(voulus):
            yield regle.condition


def _par_signes(prepare: Texte, dite: EntreeRegleDite) -> Iterator[str]:
    trouves = [t for groupe in dite.signes if (t := prepare.trouve(groupe))]
    if len(trouves) < len(dite.signes):
        if len(trouves) > 1:
            parts = dite.activite.split(", ")
            dits = [bool(prepare.trouve(groupe)) for groupe in dite.signes]
            if len(parts) == len(dits):  # in the words of the rule, one of them: the rest is to be told
                trouves = [x for x, dit in zip(parts, dits, strict=True) if dit][:1]
            yield ", ".join(trouves)  # part of it: to be checked
        return
    if prepare.trouve(dite.sauf):
        return
    principale = bool(dite.principale) and prepare.trouve(dite.principale)
    yield f"{_PRINCIPALE}{dite.activite}" if principale else dite.activite
