"""The directory at a date, and two of its states compared."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from aide_officiel import une_edition, une_lecture

from assistant.corpus import KnowledgeBase
from assistant.corpus.differences import Differences, comparer, surligner
from assistant.corpus.editions import (
    EtatFiche,
    edition_au,
    etat_courant,
    etat_du_repertoire,
    periodes,
)
from assistant.corpus.officiel.kali import lire_kali

J = date.fromisoformat
VIEILLE = une_edition("A.6.1", "2008-07-03", ("Mécanicien", "Mécanicien VI"),
                      contenu=["laver les voitures ;", "ranger les clés ;"])
NEUVE = une_edition("A.6.1", "2016-06-22", ("Mécanicien", "Mécanicien VUI"),
                    contenu=["Laver les voitures.", "ranger les clés et les papiers ;", "essuyer."])


def etats(kb: KnowledgeBase, jour: str) -> dict[str, EtatFiche]:
    return etat_du_repertoire(kb.repertoire, kb.editions, J(jour))


@pytest.fixture(scope="module")
def essai() -> KnowledgeBase:
    """Four codes printed: one twice, one deleted, two given again to another qualification."""
    return KnowledgeBase.composer(None, une_lecture(
        VIEILLE, NEUVE,
        une_edition("K.6.2", "2008-07-03", ("Coordinateur",)),
        une_edition("B.3.1", "2008-07-03", ("Tôlier ferreur",)),
        une_edition("K.20.1", "2017-06-27", ("Formateur d'enseignants",)),
    ))


@pytest.mark.parametrize(("jour", "attendue"), [
    ("2008-07-02", None), ("2008-07-03", VIEILLE), ("2016-06-21", VIEILLE),
    ("2016-06-22", NEUVE), ("2030-01-01", NEUVE),
])
def test_edition_au(jour: str, attendue: object) -> None:
    assert edition_au((VIEILLE, NEUVE), J(jour)) is attendue


@pytest.mark.parametrize(("code", "jour", "la"), [
    ("A.6.1", "2008-07-02", False), ("A.6.1", "2008-07-03", True), ("A.6.1", "2025-01-01", True),
    ("K.6.2", "2024-12-18", True), ("K.6.2", "2024-12-19", False),
    ("B.3.1", "2020-06-22", True), ("B.3.1", "2021-01-01", False), ("B.3.1", "2023-06-22", True),
    ("L.6.2", "2025-12-17", False), ("L.6.2", "2025-12-18", True),
    ("G.6.2", "2019-01-01", True), ("G.6.2", "2020-12-16", False), ("K.20.1", "2020-01-01", True),
])
def test_who_stands_when(essai: KnowledgeBase, code: str, jour: str, la: bool) -> None:
    assert (code in etats(essai, jour)) is la


def test_a_code_gone_without_an_agreement_is_gone_by_the_panorama(essai: KnowledgeBase) -> None:
    (p,) = periodes(essai.repertoire["G.6.2"], (une_edition("G.6.2", "2008-07-03"),))
    assert (p.debut, p.fin, p.fin_sure) == (J("2008-07-03"), J("2020-12-16"), False)


def test_text_titles_and_changes_of_the_day(essai: KnowledgeBase) -> None:
    avant, apres = etats(essai, "2010-01-01")["A.6.1"], etats(essai, "2016-06-22")["A.6.1"]
    assert (avant.texte_du, avant.titres) == (J("2008-07-03"), VIEILLE.titres)
    assert (apres.texte_du, apres.titres) == (J("2016-06-22"), NEUVE.titres)
    assert apres.lien == NEUVE.lieu.lien


def test_a_reused_code_does_not_keep_the_other_qualifications_text(essai: KnowledgeBase) -> None:
    tolier, preparateur = etats(essai, "2015-01-01")["B.3.1"], etats(essai, "2024-01-01")["B.3.1"]
    assert (tolier.titres, tolier.texte_du) == (("Tôlier ferreur",), J("2008-07-03"))
    assert preparateur.titres[0] == "Préparateur en tôlerie"
    assert (preparateur.texte_du, dict(preparateur.sections)) == (None, {})


def test_titles_change_on_the_day_of_the_agreement(essai: KnowledgeBase) -> None:
    assert etats(essai, "2021-06-23")["E.6.2"].titres == ("Metteur en main de véhicule",)
    assert etats(essai, "2021-06-24")["E.6.2"].titres == ("Conseiller en livraison de véhicules",)


def test_now_the_fiche_handed_over_serves(essai: KnowledgeBase) -> None:
    courant = etat_courant(essai.repertoire, essai.editions, essai.textes)
    assert courant["Z.23.1"].sections["objet"]
    assert courant["A.6.1"].texte_du == J("2016-06-22")
    assert "K.3.1" not in courant


def ecart(kb: KnowledgeBase, a: str, b: str, section: str | None = None) -> Differences:
    return comparer(etats(kb, a), etats(kb, b), section)


def test_items_added_removed_and_reworded_but_no_typography(essai: KnowledgeBase) -> None:
    d = ecart(essai, "2010-01-01", "2016-06-22")
    (c,) = d.changes
    (s,) = c.sections
    assert (c.code, s.section) == ("A.6.1", "contenu")
    assert s.ajoutes == ("essuyer.",)
    assert s.retires == ()
    assert s.modifies == (("ranger les clés ;", "ranger les clés et les papiers ;"),)
    assert [r.code for r in d.renommes] == ["A.6.1"]
    assert ecart(essai, "2010-01-01", "2016-06-22", "acces").changes == ()


def test_an_item_that_only_moved_is_no_change() -> None:
    def etat(*items: str) -> dict[str, EtatFiche]:
        return {"A.6.1": EtatFiche("A.6.1", ("x",), J("2008-07-03"), False, sections={"objet": items})}

    assert comparer(etat("un", "deux", "trois"), etat("trois", "un", "deux")).changes == ()
    assert comparer(etat("un"), etat("Un.")).inchanges == 1
    assert comparer(etat("un"), {}).supprimes[0].code == "A.6.1"
    sans = {"A.6.1": EtatFiche("A.6.1", ("x",), J("2008-07-03"), False)}
    assert comparer(etat("un"), sans).changes == ()  # no text is printed, none is removed


def test_created_deleted_taken_over_and_changed_without_text(essai: KnowledgeBase) -> None:
    d = ecart(essai, "2020-12-16", "2025-12-31")
    crees = {c.code: c.apres.creee for c in d.crees if c.apres}
    assert crees["L.6.2"] is True
    assert crees["A.3.9"] is False  # named by an agreement, its creation is not in print
    assert {c.code for c in d.supprimes} == {"K.3.1", "K.6.1", "K.6.2"}
    assert [c.code for c in d.repris] == ["K.20.1"]
    assert any(c.code == "A.6.1" and J("2025-12-18") in jours for c, jours in d.sans_texte)


def test_the_same_day_twice_changes_nothing(essai: KnowledgeBase) -> None:
    d = ecart(essai, "2018-01-01", "2018-01-01")
    assert (d.crees, d.supprimes, d.repris, d.renommes, d.changes, d.sans_texte) == ((),) * 6
    assert d.inchanges == len(etats(essai, "2018-01-01"))


@pytest.mark.parametrize(("avant", "apres", "dit"), [
    ("ranger les clés ;", "ranger les clés et les papiers.", "ranger les clés [-;-] {+et les papiers.+}"),
    ("a b c", "a c", "a [-b-] c"), ("", "x", "{+x+}"), ("x", "x", "x"),
])
def test_word_by_word(avant: str, apres: str, dit: str) -> None:
    assert surligner(avant, apres) == dit


def test_official_directory_at_known_dates(kali_officiel: Path) -> None:
    kb = KnowledgeBase.composer(None, lire_kali(kali_officiel))
    assert len(etats(kb, "2020-12-16")) == 137  # the panorama of the first half of 2021
    d = ecart(kb, "2016-06-22", "2017-06-27")
    assert {c.code for c in d.crees} == {"K.9.5", "K.12.5", "K.20.5", "K.20.6"}
    assert len(d.changes) == 30
    classement = next(c for c in ecart(kb, "2015-07-07", "2016-06-22", "classement").changes
                      if c.code == "C.C.III.1")
    ((avant, apres),) = classement.sections[0].modifies
    assert "niveau III" in avant
    assert "niveau III" not in apres
    assert "niveau I" in apres
