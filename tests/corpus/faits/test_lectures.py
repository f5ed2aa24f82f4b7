"""Readers of the facts on small pieces, in words of our own."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.corpus.faits.formes import forme
from assistant.corpus.faits.minima import date_effet, faits_des_minima, lire_baremes
from assistant.corpus.faits.mouvements import lire_mouvements
from assistant.corpus.faits.rendu import champ_en_lignes, en_ligne
from assistant.corpus.faits.rncsa import lire_rncsa
from assistant.corpus.faits.titres import decouper_titres
from assistant.corpus.officiel.kali.arbre import ArbreKali, ArticleBrut, TexteBrut

ACCORD = TexteBrut("KALITEXT000000000001", "Accord du 3 mai 2030 relatif au RNQSA", "VIGUEUR_ETEN")


def article(
    contenu: str, surtitre: str = "", texte: TexteBrut = ACCORD, jo: str = "", rang: int = 9
) -> ArticleBrut:
    liens = ({"linkType": "ETEND", "datePubliTexte": jo},) if jo else ()
    return ArticleBrut(f"KALIARTI{rang:012d}", "2", surtitre, contenu, texte, (), liens)


def mouvements(contenu: str, surtitre: str = "") -> list[tuple[str, str | None, tuple[str, ...]]]:
    lus = lire_mouvements(ArbreKali([article(contenu, surtitre)]))
    return [(m.code, m.objet, m.titres) for m in lus]


@pytest.mark.parametrize(
    ("texte", "titres"),
    [
        ("Laveur – polisseur auto", ("Laveur", "Polisseur auto")),
        ("Hôte/hôtesse de piste", ("Hôte", "Hôtesse de piste")),
        ("Vendeur (neuf/occasion)", ("Vendeur (neuf/occasion)",)),
        ("Chef de : Groupe de nuit.", ("Chef de groupe de nuit",)),
        ("Moniteur “moto“", ("Moniteur « moto »",)),
        ("Laveur-polisseur, gardien de nuit", ("Laveur-polisseur", "Gardien de nuit")),
    ],
)
def test_titles_are_parted(texte: str, titres: tuple[str, ...]) -> None:
    assert decouper_titres(texte) == titres


@pytest.mark.parametrize(
    ("contenu", "attendu"),
    [
        ("<p>Les fiches A.6.1, BCI1, A.A.9.2 et CC.I.1 sont modifiées.</p>",
         [("A.6.1", "modifie", ()), ("B.C.I.1", "modifie", ()), ("AA.9.2", "modifie", ()),
          ("C.C.I.1", "modifie", ())]),
        ("<p>Sont créées :<br/>– « Laveur/Polisseur » – fiche E.6.7 ;<br/>– « Gardien » – fiche L.3.4.</p>",
         [("E.6.7", "cree", ("Laveur", "Polisseur")), ("L.3.4", "cree", ("Gardien",))]),
        ("<p>La fiche intitulée « Gardien » est créée.</p><p>Il relève de la fiche L.3.4.</p>",
         [("L.3.4", "cree", ("Gardien",))]),
        ("<p>La fiche « Gardien » (L.3.4) est supprimée.</p>", [("L.3.4", "supprime", ("Gardien",))]),
        ("<p>La fiche A.6.1 a fait l'objet d'un avis.</p>", []),
        ("<p>La rubrique 4 est supprimée.</p>", []),
    ],
)
def test_what_an_agreement_says_of_a_code(
    contenu: str, attendu: list[tuple[str, str | None, tuple[str, ...]]]
) -> None:
    assert mouvements(contenu) == attendu


def test_a_rename_is_known_by_its_old_name() -> None:
    lus = mouvements("<p>Le « gardien » (précédemment dénommé « veilleur ») suit la fiche.</p>",
                     "Sur la fiche L.3.4 « Gardien »")
    assert lus == [("L.3.4", "renomme", ("Gardien",))]


def test_annexes_and_other_agreements_say_nothing() -> None:
    annexe = ArticleBrut("KALIARTI000000000008", "1", "", "<p>fiche A.6.1 modifiée</p>", ACCORD, ("Annexe",))
    ailleurs = article("<p>La fiche A.6.1 est modifiée.</p>",
                       texte=TexteBrut("KALITEXT000000000002", "Accord du 3 mai 2030 sur les congés", ""))
    assert lire_mouvements(ArbreKali([annexe, ailleurs])) == ()


@pytest.mark.parametrize(
    ("clause", "parution", "effet"),
    [
        ("effet le 1er janvier 2031, si l'arrete d'extension parait en 2030", date(2030, 12, 30), date(2031, 1, 1)),
        ("effet le 1er janvier 2031, si l'arrete d'extension parait en 2030", date(2031, 1, 5), date(2031, 2, 1)),
        ("effet le 1er janvier 2031, si l'arrete d'extension parait en 2030", None, None),
        ("effet le 1er janvier 2031", None, date(2031, 1, 1)),
        ("le lendemain de la publication", date(2030, 2, 28), date(2030, 3, 1)),
        ("le premier jour du mois suivant la publication", date(2030, 12, 2), date(2031, 1, 1)),
        ("un jour prochain", date(2030, 12, 2), None),
    ],
)
def test_conditional_dates_are_resolved(clause: str, parution: date | None, effet: date | None) -> None:
    assert date_effet(clause, date(2030, 6, 1), parution) == effet


def test_a_table_of_minima_in_its_three_layouts() -> None:
    texte = TexteBrut("KALITEXT000000000003", "Avenant n° 200 du 3 mai 2030", "", "Textes Salaires")
    ouvriers = "".join(f"<tr><td>{n}</td><td>1\u2005{n:03d}</td></tr>" for n in (*range(1, 13), *range(17, 26)))
    cadres = ("<tr><td>V</td><td></td><td>5 000 €</td></tr>"
              "<tr><td>IV</td><td>C<br/>B<br/>A</td><td>4 300<br/>4 200<br/>4 100</td></tr>"
              "<tr><td>III C</td><td>3\u202f300</td></tr><tr><td>III B</td><td>3 200</td></tr>"
              "<tr><td>III A</td><td>3 100,50</td></tr><tr><td>II</td><td>C</td><td>2 300</td></tr>"
              "<tr><td>B</td><td>2 200</td></tr><tr><td>A</td><td>2 100</td></tr>"
              "<tr><td>I</td><td>C</td><td>1 900</td></tr><tr><td>I</td><td>B</td><td>1 800</td></tr>"
              "<tr><td>I</td><td>A</td><td>1 700</td></tr>")
    arbre = ArbreKali([
        article(f"<table>{ouvriers}{cadres}</table>", texte=texte, jo="2030-06-10"),
        article("<p>Cet avenant entrera en vigueur le lendemain de la publication.</p>", texte=texte, rang=10)])
    (lu,) = lire_baremes(arbre)
    assert (lu.avenant, lu.effet, lu.point) == ("200", date(2030, 6, 11), None)
    montants = faits_des_minima([lu])["avenant-200"]["montants"].valeur
    assert isinstance(montants, dict)
    assert montants["maitrise"][17] == 1017
    assert montants["cadres"] == {
        "I A": 1700, "I B": 1800, "I C": 1900, "II A": 2100, "II B": 2200, "II C": 2300,
        "III A": 3100.5, "III B": 3200, "III C": 3300, "IV A": 4100, "IV B": 4200, "IV C": 4300,
        "V": 5000}


def test_certifications_by_serie() -> None:
    series = "".join(f"<p>Série {n}</p><p>CQP métier {n} (préparé en alternance).</p>" for n in range(1, 9))
    contenu = series.replace("Série 2</p>", "Série 2</p><p>CAP voile :<br/>– option A : large ;</p>")
    lu = lire_rncsa(ArbreKali([article(contenu + "<p>Liste des sigles</p><p>CQP : tel</p>")]))
    assert lu is not None
    assert len(lu.certifications) == 9
    assert [(c.serie, c.options) for c in lu.certifications][1] == (2, ("A : large",))
    assert lu.certifications[0].voie == ("alternance", "continue")


@pytest.mark.parametrize(
    ("imprime", "inscrit"),
    [
        ("CQP laveur(euse) PRA (enregistré au RNCP sous l'intitulé « CQP laveur »).",
         "CQP laveur(euse) pièces de rechange et accessoires"),
        ("Titre professionnel du ministère chargé de l'emploi laveur(trice)", "Titre professionnel laveur"),
        ("CQP chef d'agence(s) de location", "CQP chef d'agence de location"),
        ("CQP : Laveur [dont VUI]", "CQP laveur dont véhicules utilitaires et industriels"),
    ],
)
def test_the_same_certification_in_two_spellings(imprime: str, inscrit: str) -> None:
    assert forme(imprime) == forme(inscrit)
    assert forme("CQP laveur") != forme("CQP laveur confirmé")


def test_values_as_yaml() -> None:
    assert en_ligne([None, True, date(2030, 5, 3), "A.6.1", "en_vigueur", "no", "a: b", 3.2, 3]) == (
        '[null, true, 2030-05-03, A.6.1, en_vigueur, "no", "a: b", 3.20, 3]')
    assert champ_en_lignes("modifications", []) == ["    modifications: []"]
    assert champ_en_lignes("l", [{"n": 1}]) == ["    l:", "      - {n: 1}"]
