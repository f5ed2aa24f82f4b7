"""Facts stated in one turn, and facts taken back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from assistant.chat.comprendre.activites import activites_dites
from assistant.chat.comprendre.certifications import CertificationDite, certifications_dites
from assistant.chat.comprendre.durees_dites import duree_dans_l_emploi
from assistant.chat.comprendre.echelon_tenu import echelon_tenu
from assistant.chat.comprendre.extensions_dites import extensions_dites
from assistant.chat.comprendre.motifs import Texte
from assistant.chat.comprendre.nombres import date_de, nombres_de
from assistant.chat.comprendre.regles_dites import activites_des_regles
from assistant.chat.comprendre.suppleance_dite import chef_absent
from assistant.chat.connaissances import Connaissances
from assistant.chat.motif import motif
from assistant.classification import Fiche, sans_accents
from assistant.retrieval import Mentions

__all__ = ["FaitsDits", "faits_dits"]

_NEGATION = motif(
    r"\b(?:sans|pas(?:\s+(?:encore|eu|obtenu|passe))?|ni|aucun|jamais\s+(?:eu|passe|obtenu)|without|no|not|don'?t\s+have|do\s+not\s+have|"
    r"haven'?t|have\s+no|lack|n'ai\s+plus|n'a\s+plus)\b[\s,]*(?:de|d'|le|la|un|une|mon|ton|son|any|the|my|a|an|got|have|'|\s){0,4}$"
)
_RATE = motif(
    r"(?<!si je )(?<!si j'ai )(?<!s'il )(?<!if i )(?<!if he )(?<!if she )\b(?:rate|ratee|loupe|loupee|echoue|plante|plantee|foire|foiree|recalee?|manque|manquee|failed|flunked|"
    r"(?:pas|jamais|not|never|didn'?t)\s+(?:eu|obtenu|decroche|valide|validee|reussi|passe|pass|get))\b"
    r"(?:[\s']+(?:a|au|de|du|d|l|le|la|les|mon|ma|mes|son|sa|the|my|his|her|at|in|oral|examen|epreuves?|exam|test|moi|"
    r"partie|pratique|ecrit|final|for)\b|[\s'])*$"
)
_RATE_APRES = motif(
    r"^[\s,:]*(?:(?:que\s+)?(?:je|j'|il|elle|on|i|he|she)\s*(?:ne\s+)?(?:l'\s*|n'\s*|le\s+)*(?:ai|a|have|has)?\s*)?"
    r"(?:rate|ratee|loupe|loupee|echoue|recale|foire|failed|(?:pas|jamais|non|not|never)\s+(?:eu|obtenu|obtenue|valide|validee|"
    r"reussi|fini|termine|passed|finished))\b"
)
_MOI_NON = motif(
    r"\b(?:moi,?\s+(?:j'?(?:en\s+)?ai\s+)?(?:rien|aucune?|non|pas|nada|que dalle|zero)\b|moi\s+(?:je\s+)?n?'?(?:en\s+)?ai\s+(?:pas|rien)|"
    r"pas moi\b|not me\b|(?:i|me)\s+(?:have\s+|got\s+)?(?:none|nothing)\b|i\s+(?:don'?t|do not)\b(?!\s+(?:know|think)))"
)
_ACTUEL = motif(
    r"\b(?:je\s+suis|suis|j'suis|jsuis|chuis|je\s+reste|classee?|payee?\s+(?:a|en)|on\s+m'a\s+(?:mis|classe)|actuellement|mon\s+echelon|"
    r"i\s*(?:am|'m)|im|salariee?s?|ouvriere?s?|employee?s?|quelqu'un|employee|worker|currently|my\s+(?:step|echelon)|at\s+present|deja|est\s+a|elle\s+est|il\s+est)\b"
    r"[^.?!]{0,40}$"
)
_DEMANDE = motif(
    r"\b(?:puis-je|peut-on|je\s+peux|peut|pourrais|voudrais|veux|vise|avoir|passer|atteindre|acceder|obtenir|monter|demander?|toucher|"
    r"can|could|want|reach|get|claim|aim|move|comment|pour|jusqu|va\s+a|aller|existe|droit)\b[^.?!]{0,50}$"
)
_JE = motif(r"\b(?:je|j'|mon|ma|mes|i|my|jour|jours)\b")
_CRITERES = motif(
    r"\b(?:met|mets|mettant|mettent|remplit|remplis|remplissant|repond|reponds|demontre|montre|meets?)\b"
    r"[^.?!,]{0,35}\bcriter(?:e|es|ia|ion)\b"
)
_CELUI_DE = motif(r"\b(?:notre|mon|ma|nos|our|my)\s+\w+\s*$")
_EQUIVALENT = motif(r"\b(?:equivalente?s?|equivalence|meme niveau)\W+(?:aux?|a|du|d'|que|to|of|with|as)?\s*(?:une?|le|la|l'|the|a)?\s*$")
_MEME_NOM = motif(r"\b(?:d[eu] )?(?:le |la )?(?:meme (?:nom|intitule|titre)|correspondante?|(?:of |with )?the same (?:name|title))\b")
_ORDRE = motif(r"\b(?:oublie|oubliez|enleve|enlevez|retire|retirez|annule|efface|forget|remove|drop)\b")


@dataclass(slots=True)
class FaitsDits:
    """What a turn says: new facts, facts to forget, the day it asks about."""

    faits: dict[str, object] = field(default_factory=dict)
    oublies: list[str] = field(default_factory=list)
    jour: date | None = None


def faits_dits(
    texte: str, mentions: Mentions, fiche: Fiche | None, c: Connaissances, aujourdhui: date
) -> FaitsDits:
    """Read the facts of one question, given its mentions and the fiche at hand."""
    dits = FaitsDits()
    prepare = Texte.de(texte)
    if _ORDRE.search(sans_accents(texte)):
        _oublier(texte, mentions, fiche, c, dits)
        if dits.oublies:
            return dits
    dits.faits.update(nombres_de(texte))
    if "anciennete" not in dits.faits and (mois := duree_dans_l_emploi(texte, aujourdhui)) is not None:
        dits.faits["anciennete"] = mois
    for expression in c.expressions:
        if prepare.trouve(expression.dit) and not prepare.trouve(expression.sauf):
            dits.faits[expression.fait] = expression.valeur
    dites = certifications_dites(texte, mentions, c.kb.referentiel.registre)
    _certification(texte, dites, dits)
    _du_meme_nom(fiche, c, dits)
    _echelons(texte, mentions, dits)
    activites = activites_dites(texte, fiche, c.kb.referentiel)
    if imprimees := extensions_dites(texte, fiche, c):
        activites = tuple(dict.fromkeys((*imprimees, *_autres(activites, texte, imprimees, c))))
    if activites:
        dits.faits["extensions_exercees"] = list(activites)
    if siennes := activites_des_regles(texte, fiche, c):
        dits.faits["activites_complementaires"] = list(siennes)
    criteres = [m.valeurs[0] for m in mentions.de("critere")]
    if criteres:
        dits.faits["criteres"] = list(dict.fromkeys(criteres))
    elif _CRITERES.search(sans_accents(texte)):
        dits.faits["criteres"] = ["critère valorisant"]  # one is met, which one is not said
    _completer(prepare, dits)
    dits.jour = date_de(texte, aujourdhui)
    return dits


def _autres(
    activites: Sequence[str], texte: str, imprimees: Sequence[str], c: Connaissances
) -> tuple[str, ...]:
    """The activities that are not one of the extensions recognised, told in the person's words."""
    connues = [d for d in c.extensions_dites if any(Texte.de(e).trouve(d.imprime) for e in imprimees)]
    sues = [e for d in connues for e in d.dit if Texte.de(texte).trouve([e])]
    mots = {j for e in sues for j in Texte.de(e).tiges}
    return tuple(a for a in activites if a != "extension" and not mots & Texte.de(a).tiges)


def _certification(texte: str, dites: Sequence[CertificationDite], dits: FaitsDits) -> None:
    """A diploma named: held, or expressly not held."""
    plat = sans_accents(texte)
    for dite in dites:
        avant, apres = plat[max(0, dite.debut - 40) : dite.debut], plat[dite.fin : dite.fin + 60]
        if _EQUIVALENT.search(avant):
            continue  # "un diplôme équivalent au BTS": another one
        rate = _RATE.search(avant) or _RATE_APRES.search(apres)
        if rate and "certification" in dits.faits:
            continue  # the one failed takes nothing from the one held
        if rate or _NEGATION.search(avant) or _MOI_NON.search(apres):
            dits.faits["certification_rncsa"] = False
            dits.faits.pop("certification", None)
            dits.oublies.append("certification")
            continue
        dits.faits["certification"] = dite.nom
        dits.faits["certification_rncsa"] = True
        if dite.inconnue:  # one not in the list is no certification of the RNCSA
            del dits.faits["certification_rncsa"]
        if "certification" in dits.oublies:
            dits.oublies.remove("certification")


def _du_meme_nom(fiche: Fiche | None, c: Connaissances, dits: FaitsDits) -> None:
    """ "Le CQP du même nom": that of the fiche's title."""
    dite = str(dits.faits.get("certification", ""))
    if fiche is None or not (m := _MEME_NOM.search(sans_accents(dite))):
        return
    famille = dite[: m.start()].strip()
    registre = c.kb.referentiel.registre
    noms = (f"{famille} {titre[:1].lower()}{titre[1:]}" for titre in fiche.titres)
    if nom := next((n for n in noms if registre.nommees(n)), None):
        dits.faits |= {"certification": nom, "certification_rncsa": True}


_A_DONNER = motif(r"\b(?:donner|accorder|attribuer|octroyer|give|grant)\b[^.?!;]{0,25}$")


def _echelons(texte: str, mentions: Mentions, dits: FaitsDits) -> None:
    """Échelons named: the one held, or the one asked for."""
    plat = sans_accents(texte)
    for mention in mentions.de("echelon"):
        avant = plat[max(0, mention.debut - 60) : mention.debut]
        avant = re.sub(r"\b(?:l'|a\s+l'|echelons?|ech\.?|step|level|niveau|au|a)\s*$", "", avant)
        demande, actuel = _DEMANDE.search(avant), _ACTUEL.search(avant)
        tenu = actuel is not None and not (demande and demande.start() > actuel.start())
        if _A_DONNER.search(avant):  # "suis-je obligé de lui donner l'échelon 9 ?"
            tenu, demande = False, _A_DONNER.search(avant)
        if not demande and not mentions.de("fiche"):  # "Échelon 12, je…", "notre mécano échelon 6"
            debut = not re.split(r"[.?!:\n]", avant)[-1].strip() and _JE.search(plat)
            tenu = tenu or bool(debut or _CELUI_DE.search(avant))
        if tenu:
            dits.faits["echelon_actuel"] = mention.valeurs[0]
        else:
            dits.faits["echelon_demande"] = mention.valeurs[0]
    if (lu := echelon_tenu(texte)) and not dits.faits.get("echelon_actuel"):
        dits.faits["echelon_actuel"] = lu
        if dits.faits.get("echelon_demande") == lu:
            del dits.faits["echelon_demande"]
    dites = mentions.de("echelon")
    if len(dites) == 1 and {"jours_ouvres_consecutifs", "suppleance_recurrente"} & dits.faits.keys():
        dits.faits["echelon_actuel"] = dits.faits.pop(
            "echelon_demande", dits.faits.get("echelon_actuel"))
    if len(dites) > 1 and "echelon_actuel" not in dits.faits and not mentions.de("fiche"):
        dits.faits["echelon_actuel"] = dites[0].valeurs[0]  # "échelon 12, je passe 13 ?"


def _completer(prepare: Texte, dits: FaitsDits) -> None:
    """Facts that follow from others stated in the same breath."""
    faits = dits.faits
    if faits.get("certification_rncsa") is False and "certification" in faits:
        if prepare.trouve(["pas de diplôme", "sans diplôme", "no diploma", "aucun diplôme"]):
            faits.pop("certification")
        else:
            faits["certification_rncsa"] = True
    if "jours_ouvres_consecutifs" in faits and not chef_absent(sans_accents(prepare.brut)) and not prepare.trouve(
        ["remplace", "remplacé", "remplacer", "remplaçant", "suppléance", "encadré", "encadre",
         "absence", "absent", "vacances", "fill in", "filled in", "filling in", "cover", "covered",
         "covering", "stand in", "stood in", "standing in", "replace", "replaced", "replacing",
         "supervise", "supervised", "chef", "d'affilée", "de suite", "in a row", "intérim",
         "à la place", "place du patron", "tenu", "tenir", "dirigé", "géré équipe", "consécutifs"]
    ):
        faits.pop("jours_ouvres_consecutifs")


def _oublier(
    texte: str, mentions: Mentions, fiche: Fiche | None, c: Connaissances, dits: FaitsDits
) -> None:
    """"Oublie le BTS", "enlève l'informatique": the facts named are forgotten."""
    if mentions.de("certification") or Texte.de(texte).trouve(["diplôme", "certification", "diploma"]):
        dits.oublies += ["certification", "certification_rncsa", "pratique_professionnelle",
                         "dans_la_specialite"]
    if Texte.de(texte).trouve(["pratique", "expérience", "practice", "experience"]):
        dits.oublies.append("pratique_professionnelle")
    if mentions.de("critere"):
        dits.oublies.append("criteres")
    if Texte.de(texte).trouve(["heures", "temps partiel", "hours", "part-time"]):
        dits.oublies.append("heures_hebdo")
    if Texte.de(texte).trouve(["extension", "activité", "activity"]) or activites_dites(
        texte, fiche, c.kb.referentiel
    ):
        dits.oublies += ["extensions_exercees", "activites_complementaires"]
