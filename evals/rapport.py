"""The report of a run: a table for the terminal, JSON lines for machines.

Held-out cases (``tenu``) show their id and the names of the checks that failed, no content,
in the table and in the JSON alike, unless asked for. The JSON of the other cases holds the
answers with their quotes: keep it out of the repository, official sentences do not go there.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any, TextIO

from evals.executer import Resultat
from evals.seuils import Manquement, Seuils
from evals.statistique import Part, quantile, wilson

__all__ = ["echec_en_texte", "ecrire_jsonl", "en_texte", "groupes", "verdict_en_ligne"]

_LARGEUR = 96
_REPONSE_MAX = 300

Groupes = Mapping[str, Mapping[str, Part]]


def groupes(resultats: Sequence[Resultat]) -> Groupes:
    """Shares by kind of group, then by group: theme, tag, language, role; and by check.

    Cases are counted; under "vérification", each check counts the cases that made it.
    """
    cles: Mapping[str, Callable[[Resultat], Iterable[str]]] = {
        "thème": lambda r: (r.cas.theme,),
        "tag": lambda r: r.cas.tags,
        "langue": lambda r: (r.cas.langue,),
        "rôle": lambda r: (r.cas.role,),
    }
    trouves = {
        genre: _parts((nom, r.reussi) for r in resultats for nom in dict.fromkeys(noms(r)))
        for genre, noms in cles.items()
    }
    verdicts = [(v.nom, v.reussi) for r in resultats for v in r.verdicts]
    trouves["vérification"] = _parts(verdicts)
    return trouves


def _parts(couples: Iterable[tuple[str, bool]]) -> dict[str, Part]:
    par_nom: dict[str, list[bool]] = {}
    for nom, reussi in couples:
        par_nom.setdefault(nom, []).append(reussi)
    return {nom: wilson(sum(lus), len(lus)) for nom, lus in sorted(par_nom.items())}


def en_texte(
    resultats: Sequence[Resultat],
    seuils: Seuils,
    manquements: Sequence[Manquement],
    *,
    montrer_tenus: bool = False,
) -> str:
    """Return the whole report for the terminal, in French."""
    lignes = [
        *_tableau(resultats),
        "",
        _latences(resultats),
        *_echecs(resultats, montrer_tenus),
        "",
        *_sans_cas(resultats, seuils),
        *_decision(manquements),
    ]
    return "\n".join(lignes)


def _tableau(resultats: Sequence[Resultat]) -> Iterator[str]:
    yield f"{'':<30}{'n':>6}{'réussis':>9}{'part':>9}   intervalle à 95 % (Wilson)"
    yield _ligne("ensemble", wilson(sum(r.reussi for r in resultats), len(resultats)))
    for genre, parts in groupes(resultats).items():
        if parts:
            yield f"par {genre}"
            for nom, part in parts.items():
                yield _ligne(f"  {nom}", part)


def _ligne(nom: str, part: Part) -> str:
    valeur = "–" if part.part is None else f"{part.part:.1%}"
    bornes = f"{part.bas:.1%} – {part.haut:.1%}"
    return f"{nom:<30}{part.n:>6}{part.reussis:>9}{valeur:>9}   {bornes}"


def _latences(resultats: Sequence[Resultat]) -> str:
    mesures = [ms for r in resultats for ms in r.latences_ms]
    p50, p95 = quantile(mesures, 0.5), quantile(mesures, 0.95)
    if p50 is None or p95 is None:
        return "Temps de réponse : aucun mesuré."
    return f"Temps de réponse : p50 {p50:.0f} ms, p95 {p95:.0f} ms ({len(mesures)} réponses)."


def _echecs(resultats: Sequence[Resultat], montrer_tenus: bool) -> Iterator[str]:
    rates = [r for r in resultats if not r.reussi]
    if rates:
        yield ""
        yield f"Cas en échec ({len(rates)}) :"
    for r in rates:
        yield echec_en_texte(r, montrer_tenus=montrer_tenus)


def echec_en_texte(resultat: Resultat, *, montrer_tenus: bool = False) -> str:
    """A failed case in a few lines; of a held-out one, the id and the checks only."""
    if resultat.cas.tenu and not montrer_tenus:
        return f"✗ {verdict_en_ligne(resultat)} (contenu non montré)"
    return "\n".join(_un_echec(resultat))


def verdict_en_ligne(resultat: Resultat) -> str:
    """One line without contents: "ges-001 : echelon, dit"."""
    noms = ", ".join(v.nom for v in resultat.echecs) or "réussi"
    return f"{resultat.cas.id} : {'arrêté par une erreur' if resultat.erreur else noms}"


def _un_echec(resultat: Resultat) -> Iterator[str]:
    cas = resultat.cas
    tags = f" ; {', '.join(cas.tags)}" if cas.tags else ""
    yield f"✗ {cas.id} ({cas.fichier}, {cas.langue}, {cas.role}{tags})"
    yield from _plier(f"Demande : {_demande(resultat)}")
    if resultat.erreur:
        yield from _plier(resultat.erreur)
    for verdict in resultat.echecs:
        yield from _plier(f"{verdict.nom} : {verdict.explication}")
    if resultat.reponses:
        yield from _plier(f"Réponse : {_abreger(resultat.reponses[-1].get('answer') or '')}")


def _demande(resultat: Resultat) -> str:
    cas = resultat.cas
    if cas.faits is not None:
        return json.dumps(dict(cas.faits), ensure_ascii=False)
    return " / ".join(cas.tours) or cas.question or ""


def _abreger(texte: str) -> str:
    plat = " ".join(texte.split())
    return plat if len(plat) <= _REPONSE_MAX else plat[:_REPONSE_MAX].rstrip() + "…"


def _plier(texte: str) -> list[str]:
    return textwrap.wrap(texte, _LARGEUR, initial_indent="    ", subsequent_indent="      ")


def _sans_cas(resultats: Sequence[Resultat], seuils: Seuils) -> Iterator[str]:
    presents = {tag for r in resultats for tag in r.cas.tags}
    for tag in seuils.par_tag:
        if tag not in presents:
            yield f"Le seuil du tag « {tag} » n'a pu être vérifié : aucun cas ne le porte ici."


def _decision(manquements: Sequence[Manquement]) -> Iterator[str]:
    if not manquements:
        yield "Seuils tenus."
        return
    yield "Seuils non tenus :"
    for manquement in manquements:
        yield f"- {manquement}"


def ecrire_jsonl(
    sortie: TextIO,
    resultats: Sequence[Resultat],
    manquements: Sequence[Manquement],
    *,
    montrer_tenus: bool = False,
) -> None:
    """Write one line per case (``genre`` "cas"), then one for the run (``genre`` "bilan")."""
    for r in resultats:
        cache = r.cas.tenu and not montrer_tenus
        _ecrire(sortie, _cas_en_dict(r) | ({} if cache else _contenu(r)))
    _ecrire(
        sortie,
        {
            "genre": "bilan",
            "n": len(resultats),
            "reussis": sum(r.reussi for r in resultats),
            "groupes": {
                g: {n: asdict(p) for n, p in v.items()} for g, v in groupes(resultats).items()
            },
            "manquements": list(manquements),
            "provenance": _provenance(resultats),
        },
    )


def _ecrire(sortie: TextIO, objet: Mapping[str, Any]) -> None:
    sortie.write(json.dumps(objet, ensure_ascii=False, default=str) + "\n")


def _cas_en_dict(r: Resultat) -> dict[str, Any]:
    """What may be said of any case, held out or not."""
    return {
        "genre": "cas",
        "id": r.cas.id,
        "theme": r.cas.theme,
        "langue": r.cas.langue,
        "role": r.cas.role,
        "tags": list(r.cas.tags),
        "reussi": r.reussi,
        "echecs": [v.nom for v in r.echecs],
        "arrete": r.erreur is not None,
        "latences_ms": [round(ms, 1) for ms in r.latences_ms],
    }


def _contenu(r: Resultat) -> dict[str, Any]:
    return {
        "demande": _demande(r),
        "verdicts": [asdict(v) for v in r.verdicts],
        "reponses": [dict(reponse) for reponse in r.reponses],
        "erreur": r.erreur,
        "trace": r.trace,
    }


def _provenance(resultats: Sequence[Resultat]) -> Any:
    """Versions of knowledge, rules, prompts and model, as the answers give them."""
    reponses = (reponse for r in resultats for reponse in r.reponses)
    return next((p for reponse in reponses if (p := reponse.get("provenance"))), None)
