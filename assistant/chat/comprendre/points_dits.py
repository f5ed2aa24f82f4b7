"""The simple points of the agreement that a question's own words ask about."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from assistant.chat.motif import motif
from assistant.classification import (
    Categorie,
    Echelon,
    EchelonInvalide,
    majores_de,
    references,
    sans_accents,
)

if TYPE_CHECKING:
    from assistant.chat.comprendre.comprehension import Comprehension

__all__ = ["NON_REPONDUES", "Point", "deux_majores", "point_dit", "sujet_de_l_article"]


class Point(StrEnum):
    """What is asked, in the order in which the words are tried."""

    ARTICLE = "article"
    CHOIX_MAJORES = "choix_majores"
    REPERTOIRES = "repertoires"
    PRIME_OBLIGATOIRE = "prime_obligatoire"
    PRIME_PROMU = "prime_promu"
    ESSAI_ORAL = "essai_oral"
    FORFAIT_CADRE = "forfait_cadre"
    PERMIS = "permis"
    CATEGORIES = "categories"
    DECIDE = "decide"
    PANIER = "panier"
    SUPPLEANCE = "suppleance"
    TAUX_HORAIRE = "taux_horaire"
    HEURES = "heures"
    SEUIL_SUP = "seuil_sup"
    SMIC = "smic"
    PARTIEL_DUREE = "partiel_duree"
    MINEUR = "mineur"
    FIXE = "fixe"
    FORFAIT = "forfait"
    PARTIR_TOT = "partir_tot"
    ESSAI_SALARIE = "essai_salarie"
    SANS_ACCORD = "sans_accord"
    ALTERNANCE = "alternance"
    EQUIVALENT = "equivalent"
    TOUS_EMPLOIS = "tous_emplois"
    CATEGORIE = "categorie"
    MAJORES_DE = "majores_de"
    MAJORE_CADRES = "majore_cadres"
    MAJORE_DEFINI = "majore_defini"
    REFERENCES = "references"
    GRILLE = "grille"


_COMBIEN = (r"\b(?:combien|cb|cmb|cbien|montants?|vau[tx]|valeur|euros?|calcul\w*|touche\w*|payee?|gagn\w*|"
            r"quel(?:le)? (?:est )?(?:la |le )?(?:prime|somme|montant)|how much|amounts?|worth)\b|€")
_PART = (r"\b(?:quelle part|part du|proportion|pourcent\w*|pour ?cent|combien|cb|cmb|moitie|fraction|share|"
         r"per ?cent\w*|how much|how many|quel(?:le)? (?:taux|majoration|abattement|reduction)|taux)\b|%")
_MAJORE = r"\bmajore(?:e?s)?\b(?!\s*(?:de|a|par|at)\s*\d)"
_SUP = r"\b(?:heures? supp?l?(?:ementaires?)?|heures? en plus|hs|h sup+|overtime|over ?time|extra hours)\b"
_CE_QUE = (r"\b(?:c'?e?st? (?:quoi|koi)|c (?:quoi|koi)|quoi un|koi un|definition|defini\w*|ve[ua]t dire|signifi\w*|"
           r"qu'?est[- ]ce qu\w*|kesako|what(?:'s| is| are| does)|meaning)\b")
_OBTENIR = r"\b(?:obten\w*|obtient|avoir|accede\w*|decroch\w*|gagn\w*|get|obtain|earn|reach)\b"

_SMIC_COMBIEN = (
    r"\b(?:combien|cb|cmb|montant|valeur|taux|horaire|c'?etait|etait|etais|how much|what (?:is|was|were)|what's|quel|kel|a quoi|euros?|"
    r"dessus|dessous|sous|depass\w*|exce\w*|compar\w*|inferieur|superieur|plus (?:haut|bas|eleve)|above|below|higher|lower)\b|€")


@dataclass(frozen=True, slots=True)
class _Signes:
    """All of ``tous`` in the question, nothing of ``sauf``, and ``si`` true of what was understood."""

    point: Point
    tous: tuple[str, ...]
    sauf: str = ""
    si: Callable[[Comprehension], bool] = lambda _: True


def _fiche(x: Comprehension) -> bool:
    return bool(x.fiche or x.candidats or x.mentions.de("fiche", "ancien"))


def _place(x: Comprehension) -> bool:
    """A placement is known: named, of a fiche, or the person's own."""
    s = x.situation
    return bool(x.mentions.de("echelon") or x.fiche or s.echelon_actuel or s.echelon_demande)


def _general(x: Comprehension) -> bool:
    s = x.situation
    personnel = s.extensions_exercees or s.criteres or s.certification or s.activites_complementaires
    return not _fiche(x) and not personnel


def _suppleance(x: Comprehension) -> bool:
    """The amount for a placement is asked for, not what a stated absence brings."""
    s = x.situation
    return _place(x) and s.jours_ouvres_consecutifs is None and not s.suppleance_recurrente


def _nouveau(*faits: str) -> Callable[[Comprehension], bool]:
    return lambda x: set(faits) <= set(x.nouveaux)


def _un_echelon(x: Comprehension) -> bool:
    return len(x.mentions.de("echelon")) >= 1 and _general(x)


def _deux_majores(x: Comprehension) -> bool:
    """The two majorés of one reference are named, and no fiche is settled that would tell more."""
    return not x.fiche and bool(deux_majores(x.question))


_DEUX_NOMBRES = motif(
    r"\b(\d{1,2})\s*(?:,?\s*(?:ou|or|plutot qu\w*|rather than|instead of|au lieu d\w*|over)\s*)(?:(?:le|l'|du|the|l'echelon|echelon|step)\s*)?"
    r"(\d{1,2})\b(?!\s*(?:ans?|mois|jours?|h\b|heures?|semaines?|personnes?|salaries?|gars|mecs|years?|months?|days?|weeks?|people|%|€|euros?|points?|fois))")

_ENTRE = motif(r"\b(?:entre|between)\s+(?:le |l'|the |l'echelon |echelons? |steps? )?(\d{1,2})\s+(?:et|and)\s+(?:le |the |l'echelon |echelon )?(\d{1,2})\b")


def deux_majores(question: str) -> tuple[Echelon, ...]:
    """The two majorés of one reference where the choice between them is asked about ("21 ou 22"), else ()."""
    plat = sans_accents(question)
    for m in (*_DEUX_NOMBRES.finditer(plat), *_ENTRE.finditer(plat)):
        dits = {int(m[1]), int(m[2])}
        for reference in (r for c in Categorie for r in references(c)):
            if {e.numero for e in majores_de(reference)} == dits:
                return tuple(majores_de(reference))
    return ()


def _cadre_place(x: Comprehension) -> bool:
    """A cadre's niveau and degré are known."""
    siens = _echelons(x, x.situation.echelon_actuel, x.situation.echelon_demande)
    return any(e.niveau and (e.degre or e.niveau == "V") for e in siens)


def _echelons(x: Comprehension, *siens: object) -> set[Echelon]:
    """Those that the question names, and those held or asked for."""
    lus = set()
    for dit in (*(m.valeurs[0] for m in x.mentions.de("echelon")), *siens):
        try:
            lus.add(Echelon.lire(dit))
        except EchelonInvalide:
            continue
    return lus


def _deux_ecoles(x: Comprehension) -> bool:
    return not x.mentions.de("certification", "code_inconnu") and _general(x)


_SIGNES = (
    _Signes(Point.ARTICLE, (
        r"\b(?:quels?|kels?|which|what|dans quels?|numero de l'?)\s*(?:est |is )?(?:l'|the |le numero de l'?)?articles?\b|"
        r"\bc'?est (?:a )?l'?article (?:combien|quoi|koi|num)|\barticle combien\b|\bun article (?:qui|sur)\b|\bwhere in the agreement\b",),
        r"\barticles?\s*\d"),
    _Signes(Point.CHOIX_MAJORES, (
        r"\b(?:ou|or|plutot|entre|between|rather|impos\w*|oblig\w*|choisi\w*|choix|force\w*|lequel|which|tranch\w*)\b",),
        r"\b(?:minim\w*|salaires?|pay\w*|paie|differen\w*|compar\w*|euros?|gagn\w*|touch\w*)\b|€", lambda x: _deux_majores(x)),
    _Signes(Point.REPERTOIRES, (
        r"\brn[qc]sa\b", f"(?:{_CE_QUE})|\\b(?:differ\\w*|signif\\w*|sigle|acronym\\w*|difference|explique\\w*|explain|stands? for)\\b"),
        r"\b(?:cqp|cap|bts|bep|bac|licence|inscri\w*|figure|registered)\b",
        lambda x: not _fiche(x) and not x.mentions.de("echelon", "certification")),
    _Signes(Point.PRIME_OBLIGATOIRE, (
        r"\b(?:primes?|bonus|points?)\b", r"\b(?:formations?|stages?|habilitations?|training|courses?)\b",
        r"\b(?:obligatoires?|imposee?s? par la (?:loi|reglementation)|reglementaires?|legale?s?|mandatory|compulsory|required by law)\b"),
        r"\b(?:pas|non|not|jamais|sans)\s+(?:etre\s+)?(?:une?\s+)?(?:formation\s+)?(?:obligatoires?|mandatory|compulsory)\b|\bnon[- ]obligatoires?\b"),
    _Signes(Point.PRIME_PROMU, (
        r"\b(?:prime (?:de |temporaire de )?formation|training (?:bonus|allowance))\w*",
        r"\b(?:passe\w*|passage|promu\w*|promo\w*|devien\w*|devenir|nomm\w*|monte\w*|become\w*|moves? (?:up|to))\b",
        r"\b(?:maitrise|cadres?|contremaitre|chef|supervis\w*|foreman|executive|managers?)\b"), r"\bheures?\b|\bhours?\b"),
    _Signes(Point.ESSAI_ORAL, (
        r"\b(?:essai|trial|probation(?:ary)?)\b", r"\b(?:contrat|embauche|lettre|ecrit\w*|oral\w*|signe\w*|contract|written|writing)\b",
        r"\b(?:parle (?:pas|d'aucun\w*)|mentionn\w* (?:pas|aucun\w*)|pas (?:ecrite?|marquee?|prevue?|mentionnee?|indiquee?|inscrite?|notee?|dans)|rien|"
        r"(?:n'en )?dit (?:pas|rien)|aucun\w* (?:periode|essai|mention|trace)|non ecrite?|a l'oral|oralement|verbal\w*|sans (?:ecrit|etre ecrite?|mention)|"
        r"(?:says?|said) nothing|nothing (?:about|on)|no mention|not (?:written|mentioned|in)|doesn'?t (?:mention|say)|does not (?:mention|say)|silent)\b"),
        r"\b(?:probatoire|promotion|promue?|renouvel\w*|renew\w*|cdd)\b"),
    _Signes(Point.FORFAIT_CADRE, (
        r"\b(?:minim\w*|mini|plancher|floor|salaires?|pay\w*|paie|remuner\w*|combien|how much|least|au moins|toucher?|gagner?|brut|gross|wage)\b",),
        "", lambda x: x.situation.forfait == "jours" and "forfait" in x.nouveaux and _cadre_place(x)),
    _Signes(Point.PERMIS, (
        r"\b(?:permis (?:de conduire|b|be|c|ce|c1|d|poids lourds?|pl|vl|spl|super lourds?|moto|a2?|remorque)|"
        r"(?:driving|driver'?s|hgv|lorry|truck|heavy goods) licen[cs]e)\b",
        r"\b(?:echelons?|class\w*|comptent?|donne\w*|ouvre\w*|droit|rapporte\w*|monter?|steps?|levels?|grades?|counts?|higher)\b"),
        r"\b(?:enseign\w*|moniteu\w*|monitrice\w*|ecole|instructors?|teach\w*|suspen\w*|retrait|retire|perdu|annul\w*|recuper\w*|je fais|je suis|i am|i'm)\b",
        lambda x: not _fiche(x) and not x.mentions.de("certification") and x.situation.certification is None),
    _Signes(Point.CATEGORIES, (
        r"\b(?:quels?|kels?|which|what|de quel|jusqu'a quel)\b.{0,12}\b(?:echelons?|steps?|levels?|grades?|numeros?)\b",
        r"\b(?:maitrise|ouvriers?|employes?|cadres?|supervis\w*|workers?|executives?)\b",
        r"\b(?:compt\w*|count\w*|sont|are|correspond\w*|releve\w*|appartien\w*|font|belong\w*|commenc\w*|start\w*|vont|va|couvr\w*|cover\w*|"
        r"categor\w*|rang\w*|partie)\b"),
        r"\b(?:minim\w*|salaires?|pay\w*|preavis|essai|majore\w*|reference|passer|promu\w*|promotion|devenir|prime|pour (?:un|une|mon|ma))\b|"
        r"\b(?:mon|ma|my|je|i)\b", lambda x: not _fiche(x) and not x.mentions.de("echelon", "certification", "code_inconnu")),
    _Signes(Point.DECIDE, (
        r"\b(?:qui|ki|who)\b.{0,22}\b(?:decid\w*|choisi\w*|fixe?\w*|determin\w*|attribu\w*|defini\w*|etabli\w*|choos\w*|"
        r"sets?|gets to|has the say|classe\b)",
        r"\b(?:class\w*|echelons?|fiche|coefficient|grade|placement|position|niveau|degre|step|level)\b"),
        r"\b(?:dossier|litige|tribunal|conteste\w*|recours|minim\w*|salaires?)\b", lambda x: not _fiche(x)),
    _Signes(Point.PANIER, (r"\b(?:paniers?|night meal|meal allowance|basket allowance|night(?:[- ]?(?:work|shift))? (?:allowance|bonus|premium))\b",),
            r"\b(?:fiche|echelon|sante|mutuelle)\b"),
    _Signes(Point.SUPPLEANCE, (r"\b(?:sup+le?ance|suplance|substitut\w* (?:bonus|allowance))\b", _COMBIEN), "", _suppleance),
    _Signes(Point.TAUX_HORAIRE, (
        r"\b(?:taux|salaire|minim\w*|mini|tarif|paye?|remuneration|base|valeur|brut)\s*(?:minimum |mini |brut |de base |conventionnel )*horaires?\b|"
        r"\bhoraires? (?:minim\w*|mini|brut)\b|\b(?:de|a|par) ?(?:l'|une )?heure\b|\bde l heure\b|€ ?/ ?h\b|\bhourly\b|\b(?:per|an|by the) hour\b|\bde (?:l')?h\b(?!\.)",),
        _SUP + r"|\bsmic horaire\b|\bhoraires? (?:de travail|collectif)\b",
        lambda x: _place(x) and x.situation.forfait is None and x.situation.statut is None),
    _Signes(Point.HEURES, (
        r"minim|\bmini\b|salaire|\bpay|paie|brut|combien|\bcb\b|euro|€|gagn|touch|overtime|wage|earn|how much|" + _SUP,),
        r"par an\b|contingent", lambda x: _place(x) and x.situation.forfait is None
        and "heures_hebdo" in x.nouveaux and (x.situation.heures_hebdo or 0) > 35),
    _Signes(Point.HEURES, (r"\bminim(?:um|a)\b|\bmini\b",), r"par an\b|contingent",
            lambda x: _place(x) and "heures_hebdo" in x.nouveaux),
    _Signes(Point.SEUIL_SUP, (
        _SUP, r"25|50|taux|major\w*|seuil|combientieme|a partir|pay\w*|paie|remuner\w*|rate|threshold|"
        r"per ?cent|combien.{0,12}(?:en plus|de plus)|how much"),
        r"\bpar an\b|annee|annuel|contingent|maxim|\bmaxi\b|per year|yearly|recup\w*|compens\w*|nuit|dimanche|"
        r"refus\w*|oblig\w*|partiel|forfait|choisies", lambda x: not x.mentions.de("echelon")),
    _Signes(Point.SMIC, (r"\bsmic\b", _SMIC_COMBIEN)),
    _Signes(Point.PARTIEL_DUREE, (
        r"\b(?:temps[- ]?partiels?|part[- ]?time|mi[- ]temps|tps partiels?)\b",
        r"\b(?:dure\w*|heures?|h|horaire|hebdo\w*|hours?|duration)\b",
        r"\b(?:minim\w*|mini|moins|descendre|en dessous|au dessous|plancher|least|fewest|below|lowest|under|minimal\w*)\b"),
        r"\b(?:salaire|pay\w*|paie|euros?|brut|gagn\w*|touch\w*|wage|smic|preavis|chercher|coupure|pause)\b|€",
        lambda x: not x.mentions.de("echelon")),
    _Signes(Point.MINEUR, (
        r"\b(?:moins de 18|mineure?s?|1[4-7] ?ans|under[- ]?(?:18|eighteen|age)|minors?|teenagers?|1[4-7][ -]?years?[ -]?olds?|jeunes? de 1[4-7])\b",
        r"\b(?:minim\w*|mini|salaire|pay\w*|paie|abattement|remuner\w*|wage|smic)\b",
        r"\b(?:baiss\w*|abattement|redui\w*|reduc\w*|moins|minor\w*|inferieur\w*|diminu\w*|lower\w*|less|cut|rebate|discount|decote)\b|%"),
        r"\b(?:apprentie|apprentis)\b", lambda x: not _place(x) and x.situation.statut is None),
    _Signes(Point.FIXE, (
        r"\b(?:fixe|fixed (?:part|pay|salary|wage)|base fixe|partie fixe)\b",
        r"\b(?:prime\w*|commission\w*|variable|bonus\w*|ventes?|vendeur\w*|vendeuse\w*|sales?\w*)\b", _PART),
        "", lambda x: not x.mentions.de("echelon")),
    _Signes(Point.FORFAIT, (r"\bforfaits?\b|\bflat[- ]rate\b|\bdays contract\b", _PART + r"|\bjours\b.{0,12}\b(?:max\w*|an)\b|\bmax\w*\b"),
            "", lambda x: not _place(x) and x.situation.forfait is not None and "forfait" in x.nouveaux),
    _Signes(Point.PARTIR_TOT, (
        r"\b(?:preavis|notice)\b",
        r"\b(?:trouv\w*|decroch\w*|retrouv\w*|nouvel|nouveau|nouvelle|autre|found|find\w*|new|another|embauch\w*|commence\w*|start\w*)\b"
        r".{0,30}\b(?:emploi|boulot|job|poste|travail|taf|boite|cdi|place|employeur|work|ailleurs|employer)\b",
        r"\b(?:partir|pars|quitt\w*|arret\w*|ecourt\w*|abreg\w*|avant la fin|raccourci\w*|sans payer|terminer|finir|"
        r"jusqu'?au bout|leave|leaving|early|earlier|cut short|before the end|quit\w*|interromp\w*)\b"),
        r"\b(?:heures? (?:pour|d'absence)|s'absenter|hours off)\b"),
    _Signes(Point.ESSAI_SALARIE, (
        r"\b(?:essai|trial|probation)\b",
        r"\b(?:quitt\w*|pars?t?|partir|romp\w*|arret\w*|demission\w*|me barre|me casse|leav\w*|quit\w*|resign\w*|end\w*|met\w* fin|stop\w*)\b",
        r"\b(?:previen\w*|preveni\w*|avert\w*|delais?|prevenance|combien de (?:temps|tps|jours?|heures?)|preavis|notice|how (?:long|many|much)|warn\w*|tell)\b"),
        r"\b(?:probatoire|promotion|promue?)\b", lambda x: not x.candidats),
    _Signes(Point.SANS_ACCORD, (r"\b(?:vae|validation des acquis|formation|training|certif\w*|diplome|cqp|titre)\b",),
            r"\b(?:je|j'ai|j|jai|mon|ma|mes|moi|i|my|i've)\b",
            lambda x: x.situation.accord_ecrit is False and "accord_ecrit" in x.nouveaux and not _fiche(x)),
    _Signes(Point.SANS_ACCORD, (
        r"\b(?:vae|validation des acquis|formation|training|certif\w*|diplome|cqp|titre)\b",
        r"\b(?:oblig\w*|doit|due?|force\w*|must|have to|has to|owed?|required)\b"), "",
        lambda x: x.situation.accord_ecrit is False and "accord_ecrit" in x.nouveaux and not _fiche(x)
        and not x.mentions.de("echelon")),
    _Signes(Point.ALTERNANCE, (
        r"\b(?:apprenti\w*|alternan\w*|contrats? (?:de )?pro\w*|apprentices?\w*|work[- ]study)\b",
        r"\b(?:class\w*|echelons?|coefficient|step|grade)\b"),
        r"\b(?:apres|fin d\w+|termin\w*|ancien\w*|ex|obtenu\w*|obtention|depuis|after|former|finished|was|were|prepare\w*|via|par|en apprentissage|minim\w*|salaires?|pay\w*)\b",
        lambda x: _general(x) and not x.mentions.de("certification")),
    _Signes(Point.EQUIVALENT, (
        r"\b(?:equivalen\w*|meme niveau|niveau equivalent|same level)\b",
        r"\b(?:bts|diplom\w*|titres?|degree|bac|certif\w*|cap|licence|dut)\b"), "",
        lambda x: bool(x.fiche) and not x.candidats),
    _Signes(Point.TOUS_EMPLOIS, (
        r"\b(?:convention|ccn|idcc|agreement|1090)\b",
        r"\b(?:couv\w*|appliqu\w*|concern\w*|depend\w*|relev\w*|proteg\w*|cover\w*|appl\w*|beneficie\w*|valable)\b",
        r"\b(?:mon (?:metier|poste|job|boulot|emploi)|metiers?|comptables?|compta|secretaires?|informatici\w*|juriste|rh|standardiste|"
        r"nettoyage|menage|agent d'entretien|administratif\w*|administrative|assistante?|marketing|communication|accountants?|secretary|"
        r"cleaners?|receptionist|it (?:staff|people)|job|office staff|paie|gestionnaires? de paie)\b"),
        r"\b(?:reunion|guadeloupe|martinique|guyane|mayotte|dom|outre[- ]?mer|vrp|apprenti\w*|stagiaire\w*|interim\w*|ape|naf)\b",
        lambda x: x.situation.code_ape is None),
    _Signes(Point.CATEGORIE, (
        r"\b(?:echelon|step|level)s?\s*\d{1,2}\b.{0,25}\b(?:fai\w*|fon\w*|parti\w*|appart\w*|relev\w*|c'?est|est|c|is|are|belong\w*|counts?|class\w*|rang\w*)\b"
        r".{0,30}\b(?:maitrise|ouvriers?|employes?|cadres?|categorie|category|supervis\w*|workers?|managers?)\b|"
        r"\b(?:quelle|kelle|quel|which|what) (?:categorie|category)\b.{0,40}\b(?:echelon|step)|"
        r"\b(?:is|est[- ]ce que (?:l'|un )?)\s*(?:echelon|step)\s*\d{1,2}.{0,20}\b(?:maitrise|ouvriers?|employes?|cadres?|supervis\w*|workers?|managers?)\b",),
        r"\b(?:minim\w*|salaires?|pay\w*|preavis|essai|passer|passage|promu\w*|promotion|devenir|majore\w*|prime|points?)\b", _un_echelon),
    _Signes(Point.MAJORES_DE, (
        _MAJORE, r"\b(?:quel\w*|kel\w*|lesquels|which|what|liste\w*|accessib\w*|possib\w*|combien|c'?est|ya|y a|existe|are|is)\b|"
        r"\bmajores? (?:de |d'|du |des |pour |apres |above |of |for ).{0,20}\b(?:echelon|step)"),
        r"\b(?:minim\w*|salaires?|pay\w*|heures?|hours?|refus\w*|conteste\w*|si|if)\b|%", _un_echelon),
    _Signes(Point.MAJORE_CADRES, (_MAJORE, r"\b(?:cadres?|managers?|executives?)\b"),
            r"\b(?:minim\w*|salaires?|pay\w*|forfait|heures?)\b|%|promu|promotion|devenir|passer",
            lambda x: _general(x) and not x.mentions.de("echelon")),
    _Signes(Point.MAJORE_DEFINI, (
        _MAJORE, f"(?:{_CE_QUE})|(?:{_OBTENIR})"),
        r"\b(?:minim\w*|salaires?|pay\w*|heures?|hours?|obligatoire|refus\w*|12|25|cadres?)\b|%",
        lambda x: _deux_ecoles(x) and not x.mentions.de("echelon")),
    _Signes(Point.REFERENCES, (
        r"\b(?:echelons?|steps?|levels?) majores?\b|\bmajores? (?:steps?|echelons?)\b|\btous les majores\b",
        r"\b(?:list\w*|tous|toutes|enumere\w*|quels sont|lesquels|all|which are|what are|donne\w*[- ]moi)\b"),
        r"\b(?:fiche|minim\w*|salaires?|pay\w*|obten\w*|condition\w*|comment|pourquoi|how|why)\b|\b(?:mon|ma|my|je|i)\b",
        lambda x: _deux_ecoles(x) and not x.mentions.de("echelon")),
    _Signes(Point.REFERENCES, (
        r"\b(?:echelons?|niveaux?|steps?|levels?)\b.{0,15}\breference\b|\breference\b.{0,10}\b(?:echelons?|steps?|levels?)\b",
        r"\b(?:quel\w*|kel\w*|which|what|liste\w*|combien|list|how many|c'?est quoi|sont|are)\b"),
        r"\b(?:fiche|minim\w*|salaires?|pay\w*)\b",
        lambda x: _deux_ecoles(x) and not x.mentions.de("echelon", "certification")),
    _Signes(Point.GRILLE, (
        r"\b(?:combien|cb|cmb|cbien|how many|nombre|number)\b.{0,14}\b(?:d?echelons?|niveaux?|degres?|categories?|steps?|levels?|degrees?|grades?)\b",),
        r"\b(?:monter|gagner|perd\w*|prendre|grimper|passer|franchir|climb|move|majore\w*|au[- ]dessus|entre|between|separ\w*|diplom\w*|etudes?|reference)\b",
        lambda x: _deux_ecoles(x) and not x.mentions.de("echelon")),
)

_COURTE = 45  # words: beyond, a story is told
NON_REPONDUES = frozenset("interdit autre_convention dossier futur rien litige identite".split())


def point_dit(x: Comprehension) -> Point | None:
    """The point asked about, or None. A reply to a question, or a placement that is none: None."""
    if len(x.question.split()) > _COURTE:
        return None
    if x.intention.id in NON_REPONDUES or x.intention.origine in ("reponse", "suite") or _faux(x):
        return None
    plat = sans_accents(x.question).replace("’", "'")
    for signes in _SIGNES:
        if signes.sauf and re.search(signes.sauf, plat):
            continue
        if all(re.search(motif, plat) for motif in signes.tous) and signes.si(x):
            return signes.point
    return None


def _faux(x: Comprehension) -> bool:
    for mention in x.mentions.de("echelon"):
        try:
            Echelon.lire(mention.valeurs[0])
        except EchelonInvalide:
            return True
    return False


_SUJETS = (
    (r"temps[- ]?partiel|part[- ]?time", ("temps_partiel_duree",)),
    (_SUP, ("heures_supplementaires",)),
    (r"forfait.{0,12}jours?|days.{0,12}(?:forfait|flat)|forfait days", ("forfait_jours",)),
    (r"forfait", ("forfait_heures_annee",)),
    (r"\bpaniers?\b", ("panier_de_nuit",)),
    (r"sup+le?ance", ("suppleance_prime",)),
    (r"chercher? (?:un |du )?(?:emploi|travail|boulot)|recherche d'emploi|look for (?:work|a job)",
     ("recherche_emploi_ouvriers", "recherche_emploi_encadrement")),
    (r"preavis|\bnotice\b", ("preavis_ouvriers_employes", "preavis_maitrise_cadres")),
    (r"\bessai\b|\btrial\b", ("essai_ouvriers_employes", "essai_maitrise_cadres")),
    (r"probatoire", ("promotion_probatoire",)),
    (r"apprenti|alternan|work[- ]study", ("non_classe_alternance",)),
    (r"formation[- ]qualification|prime de formation", ("prime_formation_qualification",)),
    (r"vendeu|\b(?:le|un|partie|au|part|salaire) fixe\b|sales (?:staff|people)", ("vendeur_fixe",)),
    (r"moins de 18|mineur|\bjeunes?\b|under[- ]18|\byoung\b", ("minimum_moins_18",)),
    (r"critere", ("majore_critere",)),
    (r"majore|extension", ("majore_extension",)),
    (r"\bcertif|diplom|\bcqp\b|\bvae\b", ("certification_reference", "engagement_ecrit")),
    (r"champ d'application|a qui s'applique|scope|qui est concerne|entreprises? (?:concernees?|couvertes?)|outre[- ]?mer",
     ("champ_application",)),
    (r"minim\w*|salaires?|wages?|pay\b|remuneration|bareme|salar(?:y|ies)", ("minimum",)),
    (r"\bdegres?\b|\bdegrees?\b", ("cadre_degre",)),
    (r"promotion|promu", ("promotion_verification",)),
    (r"maitrise.{0,20}(?:defini|echelon)|(?:defini|echelon).{0,20}maitrise", ("definition_maitrise",)),
    (r"cadres?.{0,20}(?:defini|niveau)|(?:defini|niveau).{0,20}cadres?", ("definition_cadres",)),
    (r"class(?:ement|ification|e|ed|ing|er)\b|fiche", ("fiche_reference",)),
)


def sujet_de_l_article(question: str) -> tuple[str, ...]:
    """The rules whose article is looked for ("quel article parle du préavis ?"); () for others."""
    plat = sans_accents(question).replace("’", "'")
    return next((regles for motif, regles in _SUJETS if re.search(motif, plat)), ())
