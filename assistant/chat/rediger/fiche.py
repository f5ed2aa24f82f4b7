"""Answers on what a fiche says: extensions, content, ways in, next steps, title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.chat.comprendre import Texte
from assistant.chat.comprendre.activite_en_cause import sans_les_noms
from assistant.chat.comprendre.activites import activites_dites
from assistant.chat.motif import motif
from assistant.chat.rediger.acces import dire_conditions, dire_sans_decision
from assistant.chat.rediger.activite import juger_activite
from assistant.chat.rediger.brouillon import Brouillon, ou, placement
from assistant.chat.rediger.constats import signaler_serie_des_cadres
from assistant.chat.rediger.edition import avertir_texte, choisir_edition, ou_lire
from assistant.chat.reponse import Behaviour
from assistant.classification import Categorie, Fiche, Outcome, Positionnement, trier
from assistant.classification.activites import Activites

__all__ = [
    "placement",
    "rediger_acces",
    "rediger_contenu",
    "rediger_denomination",
    "rediger_evolution",
    "rediger_extensions",
    "rediger_generique",
]


# "prévoit la paie comme extension" ; "je lave les voitures, c'est dans la fiche ?"
_ACTIVITE = motif(
    r"(?:prévoit|liste|cite|compte|lists?|includes?)\s+(?:la\s+|le\s+|les\s+|l['’])?(.{3,60}?)\s+(?:comme|as)\s+(?:une?\s+|an?\s+)?extension"
    r"|\bje\s+(?!suis|fais\s+que|peux|veux|voudrais|dois|sais|pense)(\w{3,}[^.?!,;]{4,60})",
    re.IGNORECASE,
)


def _commencer(b: Brouillon, fiche: Fiche, sujet: str) -> bool:
    """Common opening; False when the fiche's text is not known (then the answer abstains)."""
    b.fiches.append(str(fiche.code))
    b.positionnement = Positionnement(
        Outcome.DEGRE_CADRE if fiche.categorie is Categorie.CADRE else Outcome.REFERENCE,
        fiche=str(fiche.code), reference=fiche.reference, majores=fiche.majores,
        accessibles=(fiche.reference,),
    )
    choisie = choisir_edition(b, fiche)
    if choisie and (fiche.texte_connu or b.edition is not None):
        return True
    editions = b.c.kb.editions.get(str(fiche.code), ())
    jour = b.comprehension.jour
    if not choisie and editions and jour and jour < editions[0].date:
        b.behaviour = Behaviour.ABSTAIN
        b.dire("texte_avant_edition", code=fiche.code, jour=f"{jour:%d/%m/%Y}",
               premiere=f"{editions[0].date:%d/%m/%Y}")
        b.citer_classement(fiche)
        return False
    b.behaviour = Behaviour.ABSTAIN
    b.dire("texte_absent", code=fiche.code, sujet=b.texte(f"sujet_{sujet}"))
    ou_lire(b, fiche)
    if fiche.superseded_by:
        b.dire("modifiee", code=fiche.code, date=f"{fiche.superseded_by:%d/%m/%Y}")
    b.citer_classement(fiche)
    return False


def activite_demandee(b: Brouillon, fiche: Fiche) -> Activites | None:
    """The activity a question asks about ("recruter, ça fait partie du poste ?"), sorted."""
    ref = b.c.kb.referentiel
    question = b.comprehension.question
    dites = activites_dites(question, fiche, ref)
    if dites:
        return trier(dites, (), fiche, ref.concepts)
    if (dit := _ACTIVITE.search(question)) and (activite := (dit[1] or dit[2] or "").strip()):
        return trier((activite,), (), fiche, ref.concepts)
    plein = ref.concepts.traduire(sans_les_noms(question, b.comprehension.mentions))
    meilleur: tuple[int, str, str] = (0, "", "")
    for items, champ in ((fiche.extensions, "extensions"), (fiche.contenu, "contenu")):
        for item in items or ():
            communs = plein.keys() & ref.concepts.traduire(item).keys()
            precis = sum(c.startswith("=") and plein[c] == 1.0 for c in communs)
            if precis > meilleur[0]:
                meilleur = (precis, champ, item.rstrip(" ,.;"))
    _, champ, item = meilleur
    return Activites(**{champ: (item,)}) if champ else None


def dire_activite(b: Brouillon, fiche: Fiche, activites: Activites) -> None:
    """Say where an activity stands, and quote the item that says so."""
    majores = ou(fiche.majores, b.langue)
    titre = b.titre(fiche)
    for activite in activites.extensions:
        b.dire("activite_est_extension", activite=activite, titre=titre, majores=majores)
        b.citer_section(fiche, "extensions")
    for activite in activites.contenu:
        b.dire("activite_est_contenu", activite=activite, titre=titre)
        _citer_proche(b, fiche, activite)
    for activite in activites.complementaires:
        b.dire("activite_autre", activite=activite, titre=titre, majores=majores)
        b.citer_section(fiche, "extensions")


def _citer_proche(b: Brouillon, fiche: Fiche, activite: str) -> None:
    from assistant.classification import rattacher

    concepts = b.c.kb.referentiel.concepts
    notes = [(rattacher(activite, (item,), concepts), item) for item in fiche.contenu or ()]
    note, item = max(notes, key=lambda n: n[0], default=(0.0, ""))
    if note:
        b.citer_section(fiche, "contenu", item)


def rediger_extensions(b: Brouillon, fiche: Fiche) -> None:
    """Which extensions the fiche lists; whether an activity asked about is one."""
    if not _commencer(b, fiche, "extensions"):
        return
    deja = len(b.lignes)
    if fiche.texte_connu and juger_activite(b, fiche):
        return
    dite = fiche.texte_connu and len(b.lignes) == deja
    demandee = activite_demandee(b, fiche) if dite else None
    if demandee and not demandee.extensions:
        if Texte.de(b.comprehension.question).trouve(b.c.premisses.affirmations):
            b.behaviour = Behaviour.CORRECT_PREMISE
            b.dire("premisse_extension")
        dire_activite(b, fiche, demandee)
    _dire_extensions(b, fiche)
    avertir_texte(b, fiche)
    if fiche.majores and fiche.extensions:
        regle = b.c.kb.regles.get("majore_extension")
        if regle:
            b.dire("extensions_effet", majores=ou(fiche.majores, b.langue),
                   article=regle.article(fiche.categorie).article)
        b.citer_section(fiche, "extensions")
        b.citer_section(fiche, "classement", str(fiche.majores[0]))
        b.citer_regle("majore_extension")
    b.suggestions.append(b.texte("suite_majores", majores=ou(fiche.majores, b.langue)))


def _dire_extensions(b: Brouillon, fiche: Fiche) -> None:
    """The list of extensions; for a cadre, what its degrés follow instead."""
    commun = {"titre": b.titre(fiche), "code": fiche.code}
    listees = b.dit(fiche, "extensions")
    if not fiche.extensions and b.edition is None:
        listees = []  # what is printed there says that there are none
    if fiche.categorie is Categorie.CADRE:  # withdrawn by the agreement of 22 June 2016, art. 2
        if b.dit(fiche, "degres"):
            b.dire("degres_liste", **commun)
            _lister(b, fiche, "degres")
        else:
            b.dire("degres_sans_liste")
            b.citer_regle("cadre_degre")
    elif not listees:
        b.dire("extensions_aucune", **commun)
        b.citer_section(fiche, "extensions")
        b.citer_classement(fiche)
    elif len(listees) == 1:
        b.dire("extensions_oui", **commun, extensions=listees[0])
    else:
        b.dire("extensions_liste", **commun)
        _lister(b, fiche, "extensions")


def rediger_contenu(b: Brouillon, fiche: Fiche, tout: bool = False) -> None:
    """What the job includes, or, unless ``tout``, whether one activity belongs to it."""
    if not _commencer(b, fiche, "contenu"):
        return
    deja = len(b.lignes)
    if fiche.texte_connu and not tout and juger_activite(b, fiche):
        return
    if len(b.lignes) > deja:  # neither contenu nor extension: which are, follows
        _dire_extensions(b, fiche)
        b.citer_section(fiche, "extensions")
        avertir_texte(b, fiche)
        b.citer_regle("majore_extension")
        return
    demandee = activite_demandee(b, fiche) if fiche.texte_connu and not tout else None
    if demandee:
        dire_activite(b, fiche, demandee)
        b.citer_regle("activite_du_contenu")
        return
    if b.dit(fiche, "objet"):
        b.dire("objet_tete", titre=b.titre(fiche), code=fiche.code)
        _lister(b, fiche, "objet")
    b.dire("contenu_tete", titre=b.titre(fiche), code=fiche.code)
    _lister(b, fiche, "contenu")
    avertir_texte(b, fiche)
    b.suggestions.append(b.texte("suite_extensions", titre=b.titre(fiche)))


def _lister(b: Brouillon, fiche: Fiche, section: str) -> None:
    b.lignes.extend(_lignes(b, fiche, section))
    b.citer(*b.de_section(fiche, section))


def _lignes(b: Brouillon, fiche: Fiche, section: str) -> Iterator[str]:
    """The items as a list; what an introducing line ("cas du VUI :") holds stands under it."""
    sous_un_titre = False
    for passage in b.de_section(fiche, section):
        texte = passage.texte.rstrip(" ,;.")
        if b.langue == "en":
            texte = b.c.traductions.get(passage.id, texte)
        introduit = passage.texte.endswith(":")
        yield f"- {texte}" if introduit or not sous_un_titre else f"  - {texte}"
        sous_un_titre = sous_un_titre or introduit


def rediger_acces(b: Brouillon, fiche: Fiche) -> None:
    """How one gets onto the fiche: certification, practice, decision of the head of the firm."""
    if not _commencer(b, fiche, "acces"):
        return
    b.dire("acces_tete", titre=b.titre(fiche), code=fiche.code, echelon=fiche.reference)
    if b.edition is not None:  # its ways in are not worked out: they are quoted
        _lister(b, fiche, "acces")
        avertir_texte(b, fiche)
        return
    for acces in fiche.acces or ():
        cle = "acces_pratique" if acces.pratique else "acces_certification"
        dit = acces.certification
        if b.langue == "en":
            dites = [t for t in b.dit(fiche, "acces") if t in b.c.traductions.values()]
            dit = dites[0] if len(fiche.acces or ()) == 1 and dites else dit
        b.dire(cle, certification=dit)
    if fiche.acces_par_decision:
        b.dire("acces_decision")
    elif fiche.acces:
        dire_sans_decision(b, fiche)
    dire_conditions(b, fiche)
    registre = b.c.kb.referentiel.registre
    serie = registre.echelon_de("BTS")
    if serie and serie < fiche.reference and any(
        a.pratique and "BTS" in a.noms for a in fiche.acces or ()
    ):
        b.dire("acces_bts", serie=serie)
    b.citer_section(fiche, "acces")
    signaler_serie_des_cadres(b, fiche)
    avertir_texte(b, fiche)
    if fiche.generique and (regle := b.c.kb.regles.get("fiche_generique")):
        b.dire("generique", article=regle.article(fiche.categorie).article)
    for regle_id in ("certification_pratique", "decision_employeur"):
        b.citer_regle(regle_id)
    b.suggestions.append(b.texte("suite_majores", majores=ou(fiche.majores, b.langue)))


def rediger_evolution(b: Brouillon, fiche: Fiche) -> None:
    """Where the fiche leads."""
    if not _commencer(b, fiche, "evolution"):
        return
    b.dire("evolution_tete", titre=b.titre(fiche), code=fiche.code)
    if b.edition is not None:
        _lister(b, fiche, "evolution")
        avertir_texte(b, fiche)
        return
    for code in fiche.evolution:
        vers = b.c.kb.fiches.get(code)
        if vers:
            b.dire("evolution_ligne", titre=", ".join(vers.titres), code=code,
                   placement=placement(b, vers))
    b.dire("evolution_suite")
    avertir_texte(b, fiche)
    b.citer_section(fiche, "evolution", "fiche")
    b.citer_regle("promotion_verification")


def rediger_denomination(b: Brouillon, fiche: Fiche | None) -> None:
    """Which title must stand on contract and payslip (3.02 a, 3B.02 a, 5.02 a)."""
    regle = b.c.kb.regles.get("fiche_reference")
    article = regle.article(fiche.categorie if fiche else None).article if regle else ""
    if fiche:
        b.fiches.append(str(fiche.code))
        b.dire("denomination", titre=", ".join(fiche.titres) or b.texte("sans_titre"), article=article)
        b.citer_section(fiche, "titres")
        if fiche.generique:
            b.dire("appellation_generique")
            b.citer_regle("fiche_generique")
    else:
        b.dire("denomination_sans_fiche", article=article)
    b.citer_regle("fiche_reference")


def rediger_generique(b: Brouillon, fiche: Fiche | None) -> None:
    """When a generic fiche may serve (3.02 b, 3B.02 b, 5.02 b)."""
    regle = b.c.kb.regles.get("fiche_generique")
    if fiche:
        b.fiches.append(str(fiche.code))
        b.dire("tete_reference_fiche_seule", titre=b.titre(fiche), code=fiche.code,
               echelon=fiche.reference, categorie=fiche.categorie.value)
    if regle:
        article = regle.article(fiche.categorie if fiche else None).article
        b.dire("regle", texte=regle.textes[b.langue].strip(), article=article)
        b.citer_regle("fiche_generique")
    if fiche:
        b.citer_classement(fiche)
