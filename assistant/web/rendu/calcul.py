"""The calculation as a card: result, ladder, amount, steps with their articles, what is missing."""

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.web.rendu.surete import echapper, lien
from assistant.web.textes import Textes, insecables

__all__ = ["carte_calcul"]

Reponse = Mapping[str, Any]


def carte_calcul(reponse: Reponse, t: Textes) -> str:
    """The card of an answer (contract of design.md, plus `motifs`); "" when there is none."""
    parties = [
        _resultat(reponse, t),
        _montant(reponse, t),
        _etapes(reponse.get("motifs") or (), t),
    ]
    if not any(parties):
        return ""
    parties += [_manques(reponse.get("missing") or (), t), _versions(reponse, t)]
    titre = f'<h3 class="carte-titre">{t("calcul.titre")}</h3>'
    return f'<section class="carte calcul">{titre}{"".join(parties)}</section>'


def _resultat(reponse: Reponse, t: Textes) -> str:
    outcome = reponse.get("outcome")
    if not outcome and reponse.get("echelon_reference") is None:
        return ""
    titre = t.un_de("outcome", outcome or "reference", str(outcome))
    portee = t.un_de("portee", outcome)
    note = f'<p class="portee">{echapper(portee)}</p>' if portee else ""
    return f'<p class="resultat">{echapper(titre)}</p>{_echelle(reponse, t)}{note}'


def _echelle(reponse: Reponse, t: Textes) -> str:
    """The échelons of the fiche in order, each with what the facts make of it, in words too."""
    marches = _marches(reponse)
    if not marches:
        return ""
    points = "".join(
        f'<li class="marche {etat}"><span class="numero">{echapper(nom)}</span>'
        f'<span class="etat">{t.un_de("marche", etat)}</span></li>'
        for nom, etat in marches
    )
    return f'<ol class="echelle" aria-label="{t("calcul.echelle")}">{points}</ol>'


def _marches(reponse: Reponse) -> list[tuple[str, str]]:
    """(placement, state) from the lowest; states are names of the catalogue's `marche`."""
    reference = reponse.get("echelon_reference")
    accessibles = [str(e) for e in reponse.get("accessible") or ()]
    majores = [str(e) for e in reponse.get("echelons_majores") or ()]
    ouvert = {"majore_du": "du", "majore_possible": "possible", "need_info": "possible"}.get(
        str(reponse.get("outcome")), "ouvert"
    )
    marches = [] if reference is None else [(str(reference), "reference")]
    for nom in dict.fromkeys([*majores, *accessibles]):
        if nom != str(reference):
            marches.append((nom, ouvert if nom in accessibles else "majore"))
    return marches


def _montant(reponse: Reponse, t: Textes) -> str:
    montant = reponse.get("montant")
    if not montant or montant.get("valeur") is None:
        return ""
    heures = ""
    if montant.get("heures") is not None:
        pour = t("calcul.heures", heures=t.nombre(montant["heures"]))
        heures = f' <span class="heures">{pour}</span>'
    return (
        f'<dl class="montant"><dt>{echapper(_nom_du_montant(reponse, montant, t))}</dt>'
        f"<dd><strong>{echapper(t.euros(montant['valeur']))}</strong>{heures}</dd></dl>"
        f'<p class="bareme">{echapper(insecables(_bareme(montant, t)))}</p>'
    )


def _nom_du_montant(reponse: Reponse, montant: Mapping[str, Any], t: Textes) -> str:
    if reponse.get("outcome") == "prime_suppleance":
        return t("calcul.prime")
    echelon = montant.get("echelon")
    return t("calcul.minimum", echelon=echelon) if echelon else t("calcul.minimum_seul")


def _bareme(montant: Mapping[str, Any], t: Textes) -> str:
    depuis = t.date(montant.get("date_effet"))
    if montant.get("avenant"):
        return t("calcul.bareme", avenant=montant["avenant"], date=depuis)
    return t("calcul.bareme_court", date=depuis)


def _etapes(motifs: Sequence[Mapping[str, Any]], t: Textes) -> str:
    if not motifs:
        return ""
    points = "".join(f"<li>{_etape(motif, t)}</li>" for motif in motifs)
    return f'<h4>{t("calcul.etapes")}</h4><ol class="etapes">{points}</ol>'


def _etape(motif: Mapping[str, Any], t: Textes) -> str:
    dit = str(motif.get("fait") or "").rstrip(". ")
    fait = f'<span class="fait">{echapper(insecables(dit))}</span>' if dit else ""
    fleche = ' <span class="fleche" aria-hidden="true">→</span> ' if fait else ""
    suit = insecables(str(motif.get("consequence") or ""))
    consequence = f'<span class="consequence">{echapper(suit)}</span>'
    return f"{fait}{fleche}{consequence}{_article(motif, t)}"


def _article(motif: Mapping[str, Any], t: Textes) -> str:
    if not motif.get("article"):
        return ""
    nom = t("calcul.article", article=motif["article"])
    reference = lien(motif.get("url"), echapper(nom), t("calcul.lien", article=nom))
    return f' <span class="article">{reference}</span>'


def _manques(manques: Sequence[Mapping[str, Any]], t: Textes) -> str:
    if not manques:
        return ""
    questions = [
        m.get("question") or t.un_de("fait", m.get("fait"), str(m.get("fait"))) for m in manques
    ]
    points = "".join(f"<li>{echapper(insecables(str(q)))}</li>" for q in questions)
    return f'<h4>{t("calcul.manque")}</h4><ul class="manques">{points}</ul>'


def _versions(reponse: Reponse, t: Textes) -> str:
    provenance = reponse.get("provenance") or {}
    if not provenance.get("rules"):
        return ""
    texte = t(
        "calcul.versions",
        regles=provenance["rules"],
        connaissances=provenance.get("knowledge") or "–",
    )
    return f'<p class="versions">{echapper(texte)}</p>'
