"""What the assistant does not do: refusals, abstentions, and the way to people who decide."""

from __future__ import annotations

from assistant.chat.comprendre.autrui import donnees_d_autrui
from assistant.chat.comprendre.faux_et_triche import Demande, demande_refusee
from assistant.chat.motif import motif
from assistant.chat.rediger.brouillon import Brouillon
from assistant.chat.reponse import Behaviour
from assistant.classification import sans_accents

__all__ = ["cote_employeur", "rediger_abstention", "rediger_redirection", "rediger_refus"]

_FABRIQUER = motif(
    r"\b(?:faux|fausses?|fake|forg\w*|falsifi\w*|trafiqu\w*|antidat\w*|backdat\w*|mensong\w*|bidon\w*|fabriqu\w*|photoshop\w*|"
    r"certificat|attestation|certificate|diplome|diploma|bulletin|payslip)\b"
)
_CONSIGNES = motif(
    r"\b(?:consignes?|instructions?|regles?|rules?|prompt|system|systeme|mode|admin\w*|jailbreak|ignore[rz]?|oublie[rz]?|pretend|"
    r"tu es (?:maintenant|desormais)|you are now|developpeur|developer|joue|jeu|game|role)\b"
)
_AUTRUI = motif(
    r"\b(?:collegues?|colleagues?|coworkers?|utilisateurs?|users?|salaries?|employees?|employes?|voisins?|patron\w*|boss|"
    r"directeur|directrice|salaires?|salary|paie|gagne|touche|earns?|adresses?|telephone|phone|address|autres?|others?)\b"
)
_D_UNE_CONVENTION = motif(
    r"\b(?:conventions?|branche|idcc|coef\w*|grille|classe\w*|classification|echelons?|niveaux?|groupe|position|minim\w*|salaires?|agreement|"
    r"level|grade|grid|wage|pay|metiers?|emplois?|poste|travaille|bosse|job|work\w*|secteur|sector)\b"
)
_ABSTENTIONS = {
    "dossier": "abstention_dossier",
    "hors_sources": "abstention_sources",
    "rien": "abstention_rien",
}


def rediger_refus(b: Brouillon, raison: str) -> None:
    """Refuse: outside the subject, another agreement, or asked to do what must not be done.

    The wording is of what was asked; nothing is quoted under a refusal.
    """
    b.behaviour = Behaviour.REFUSE
    b.citations.clear()
    b.fiches.clear()
    b.positionnement = b.montant = None
    if raison == "autre_convention":
        _autre_convention(b)
    else:
        b.dire(_interdit(b.comprehension.question) if raison == "interdit" else "refus_sujet")
    b.suggestions.append(b.texte("suite_echelon"))


def _interdit(question: str) -> str:
    plat = sans_accents(question)
    demande = demande_refusee(question)
    if demande is Demande.TRICHE:
        return "refus_triche"
    if demande is Demande.FAUX:
        return "refus_faux"
    if donnees_d_autrui(question):
        return "refus_autrui"
    if _CONSIGNES.search(plat):
        return "refus_consignes"
    if _FABRIQUER.search(plat):
        return "refus_faux"
    return "refus_autrui" if _AUTRUI.search(plat) else "refus_interdit"


def _autre_convention(b: Brouillon) -> None:
    x = b.comprehension
    trouvee = b.c.ailleurs.branche(x.question, x.mentions, b.langue)
    if trouvee is None:
        dite = _D_UNE_CONVENTION.search(sans_accents(x.question))
        b.dire("refus_convention" if dite else "refus_sujet")
    elif trouvee.entree is None:
        b.dire("refus_coefficient")
    else:
        numeros = ", ".join(f"IDCC {n}" for n in trouvee.entree.idcc)
        nom = getattr(trouvee.entree.nom, b.langue)
        b.dire("refus_branche", branche=f"{nom} ({numeros})" if numeros else nom)


def rediger_abstention(b: Brouillon, raison: str) -> None:
    """Say that the sources do not hold the answer, and where it may be found."""
    b.behaviour = Behaviour.ABSTAIN
    if raison == "futur":
        dernier = b.c.kb.baremes[-1]
        b.dire("abstention_futur", avenant=dernier.avenant, effet=f"{dernier.date_effet:%d/%m/%Y}")
    else:
        b.dire(_ABSTENTIONS[raison])
    b.suggestions.append(b.texte("suite_echelon"))


_EMPLOYEUR = motif(
    r"\b(?:(?:mes|nos|un de (?:mes|nos)|une de (?:mes|nos)|mon|notre|son|ce|cette|un|une|le|la) (?:salariee?s?|employee?s?|collaborat\w+|equipe)|"
    r"(?:un|une) de (?:mes|nos) \w+|dois[- ]je (?:motiver|justifier|accorder|accepter|lui|repondre|reconnaitre|le passer|la passer)|"
    r"je refuse|nous refusons|j'ai refuse|nous avons refuse|refus (?:d'un|de) .{0,30}(?:a|au|aux) (?:un|une|mon|ma|notre|mes|nos)\b|"
    r"(?:en tant qu'|je suis (?:l'|un )?)employeur|my (?:employees?|staff|team)|one of my|our employees?|i refused|can i refuse|"
    r"i am the employer|must i (?:give|justify|grant))"
)


def cote_employeur(question: str) -> bool:
    """True where it is the employer, or who manages for them, that asks."""
    return bool(_EMPLOYEUR.search(sans_accents(question).replace("’", "'")))


def rediger_redirection(b: Brouillon) -> None:
    """Name the people who decide or advise, on the side that asks; the facts follow."""
    b.behaviour = Behaviour.REDIRECT_HUMAN
    b.dire("redirection_employeur" if cote_employeur(b.comprehension.question) else "redirection")
