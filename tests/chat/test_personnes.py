"""Several persons in one conversation: each keeps their own job, facts and case."""

from __future__ import annotations

import pytest

from assistant.chat import Assistant
from assistant.chat.etat import Etat
from assistant.chat.reponse import Reponse


def _tours(assistant: Assistant, *dits: str) -> tuple[Reponse, Etat]:
    etat: Etat | None = None
    for dit in dits:
        reponse, etat = assistant.repondre(dit, etat)
    assert etat is not None
    return reponse, etat


def test_la_femme_puis_moi_chacun_son_emploi(assistant: Assistant) -> None:
    dit = "ma soeur est secrétaire, moi je suis dépanneur, que des voitures. elle, son minimum ?"
    elle, _ = _tours(assistant, dit)
    moi, _ = _tours(assistant, dit, "et moi ?")
    assert (elle.fiches[0], moi.fiches[0]) == ("M.6.1", "F.3.1")


def test_trois_prenoms_gardent_chacun_leur_fiche(assistant: Assistant) -> None:
    dit = "Sandra est secrétaire, Marius est magasinier et Igor est peintre confirmé. Leurs échelons ?"
    tous, _ = _tours(assistant, dit)
    assert set(tous.fiches) == {"M.6.1", "D.3.1", "B.9.2"}
    paie, _ = _tours(assistant, dit, "le minimum, c'est le même pour les trois ?")
    assert paie.answer.startswith("Non")
    assert "2 080" in paie.answer.replace("\u202f", " ").replace("\xa0", " ")
    un, _ = _tours(assistant, dit, "et Igor, son minimum ?")
    assert un.fiches == ("B.9.2",)


def test_l_apprenti_dont_on_parle_apres_un_autre_n_est_pas_classe(assistant: Assistant) -> None:
    reponse, _ = _tours(assistant, "échelon d'un magasinier ?", "et mon apprenti, il est à combien ?")
    assert "pas classés" in reponse.answer
    assert not reponse.fiches


def test_embauche_en_cdi_l_apprenti_est_classe(assistant: Assistant) -> None:
    _, etat = _tours(assistant, "mon apprenti mécanicien a quel échelon ?", "et une fois embauché en CDI ?")
    assert etat.situation.statut == "salarie"
    _, encore = _tours(assistant, "mon apprenti mécanicien a quel échelon ?", "je l'ai embauché en apprentissage")
    assert encore.situation.statut != "salarie"


def test_ce_que_gagne_un_proche_ne_change_pas_mes_faits(assistant: Assistant) -> None:
    _, etat = _tours(
        assistant, "je suis magasinier, échelon 3, 15 ans de boite",
        "pourtant mon cousin est passé à l'échelon 6 au bout de 4 ans")
    assert str(etat.situation.echelon_actuel) == "3"
    assert etat.situation.anciennete == 180


def test_c_est_pour_ma_collegue_puis_retour_a_soi(assistant: Assistant) -> None:
    dits = ("je suis peintre confirmé, échelon 9", "en fait c'est pour ma collègue, elle est secrétaire")
    elle, etat = _tours(assistant, *dits)
    assert etat.situation.echelon_actuel is None
    assert elle.fiches[0] == "M.6.1"
    moi, _ = _tours(assistant, *dits, "et moi, mon minimum ?")
    assert moi.fiches[0] == "B.9.2"


@pytest.mark.parametrize("dit", ["je suis secrétaire chez un carrossier", "secrétaire chez un peintre, quel échelon ?"])
def test_chez_un_carrossier_dit_l_employeur(assistant: Assistant, dit: str) -> None:
    assert _tours(assistant, dit)[0].fiches[0] == "M.6.1"


def test_un_diplome_redit_plus_vaguement_reste_precis(assistant: Assistant) -> None:
    _, etat = _tours(assistant, "je suis secrétaire avec un BTS gestion de la PME", "BTS ou pas, quel échelon ?")
    assert etat.situation.certification == "BTS gestion de la PME"


def test_ce_qu_on_raconte_remplace_un_nom_qui_n_y_va_pas(assistant: Assistant) -> None:
    dits = ("le mini pour un vendeur", "je vends des motos, neuves et d'occasion, mais je ne négocie pas le prix tout seul")
    reponse, etat = _tours(assistant, *dits)
    assert etat.situation.fiche == "C.6.1"
    assert reponse.fiches[0] == "C.6.1"
    _, reste = _tours(assistant, "je suis peintre spécialiste", "je fais aussi les teintes tous les jours")
    assert reste.situation.fiche == "B.6.2"


def test_pour_les_voitures_prend_la_fiche_soeur(assistant: Assistant) -> None:
    reponse, _ = _tours(assistant, "dépanneur poids lourds, minimum ?", "pareil mais pour les voitures")
    assert reponse.fiches == ("F.3.1",)


def test_le_choix_reste_ouvert_et_la_regle_de_la_fiche_le_tranche(assistant: Assistant) -> None:
    reponse, _ = _tours(assistant, "contrôleur technique, voitures", "les poids lourds aussi, toutes les semaines")
    assert reponse.fiches[0] == "G.9.1"
    assert "10 ou 11" in reponse.answer


def test_a_colleague_s_open_job_is_not_answered_with_ones_own(assistant: Assistant) -> None:
    _, etat = assistant.repondre("Je suis technicien confirmé mécanique automobile, échelon 9")
    mienne = etat.situation.fiche
    r, suite = assistant.repondre("Et ma collègue réceptionnaire, quel échelon ?", etat)
    assert mienne not in r.fiches
    assert "A.20.1" in r.fiches
    assert suite.situation.fiche == mienne
