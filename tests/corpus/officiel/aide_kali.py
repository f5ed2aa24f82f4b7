"""A small agreement in the form of a KALI file, in words of our own: every form of fiche, small.

`petite_convention()` gives the JSON object, `ecrire(dossier)` a file of it. Identifiers and
titles are invented, but for the words that name a form (section titles, "échelon", "niveau").
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any

__all__ = ["ecrire", "fiche_html", "petite_convention"]

_SEPT = ("Dénomination", "Objet de la qualification", "Contenu de la qualification",
         "Extensions possibles dans la qualification", "Classement",
         "Modes d'accès à la qualification", "Possibilités d'évolution professionnelle")
MAJORES = {3: "4/5", 6: "7 et 8", 9: "10/11", 17: "18/19", 20: "21 et 22", 23: "24/25"}


def petite_convention() -> dict[str, Any]:
    """The agreement: base text, agreements of 2002 to 2025, a scale of minima."""
    numeros = count(1)
    attaches = [_an_2002(numeros), _an_2008(numeros), _an_2012(numeros), _an_2014(numeros),
                _an_2017(numeros), _an_2020(numeros), _an_2025(numeros), _hors_sujet(numeros)]
    rubriques = [_base(numeros), _section("", "Textes Attachés", attaches),
                 _section("", "Textes Salaires", [_salaires(numeros)])]
    return {"type": "convention collective", "children": rubriques,
            "data": {"num": 1090, "id": "KALICONT000009999999", "title": "Petite convention"}}


def ecrire(dossier: Path, convention: dict[str, Any] | None = None) -> Path:
    """Write the agreement (or another one) as a file of the folder."""
    fichier = dossier / "petite.json"
    fichier.write_text(json.dumps(convention or petite_convention(), ensure_ascii=False), "utf-8")
    return fichier


def fiche_html(
    titres: Iterable[str], echelon: int | str, *, secteurs: bool = False, degres: bool = False,
    evolution: str = "voir panorama", titre: str = "Dénomination de la qualification", tiret: str = "–",
) -> str:
    """The paragraphs of one fiche, numbered as its form has them."""
    noms = [titre, *_SEPT[1:]]
    corps = ["".join(f"{tiret} {t} ;<br/>" for t in titres), "Garder le <b>pont</b> propre &amp; net.",
             f"A. – Gestes :<br/>{tiret} balayer l'allée :<br/>- le matin ;<br/>{tiret} ranger.",
             f"{tiret} fermer la grille ;<br/>{tiret} compter les clés.", _classement(echelon, tiret),
             f"{tiret} soit par le CQP Balayeur ;<br/>{tiret} soit par choix du patron (1).",
             f"Verticale :<br/>{tiret} {evolution}."]
    if degres:
        noms[3:5], corps[3:5] = ["Classement", "Degrés de progression"], [corps[4], "Tout le titre."]
    if secteurs:
        noms.insert(1, "Secteurs d'activité")
        corps.insert(1, "99-9Z / 98-8Z.")
    return "".join(f"<p>{n}. {nom} :<br/>\n{texte}</p>"
                   for n, (nom, texte) in enumerate(zip(noms, corps, strict=True), start=1))


def _classement(echelon: int | str, tiret: str) -> str:
    if isinstance(echelon, str):
        return f"Cadre niveau {echelon}, sur degré A, B ou C."
    mot = "maîtrise, " if 17 <= echelon <= 25 else ""
    majores = f"<br/>{tiret} échelons majorés : {MAJORES[echelon]}." if echelon in MAJORES else ""
    return f"{tiret} {mot}échelon du contenu principal : {echelon} ;{majores}"


def _an_2002(numeros: count[int]) -> dict[str, Any]:
    preambule = _article(numeros, "<p>La dénomination des métiers et les modes d'accès.</p>")
    ancienne = _article(numeros, fiche_html(["balayeur"], 3, secteurs=True, tiret="-"))
    return _texte(numeros, "Avenant n° 1 du 6 décembre 2002 relatif au répertoire national des "
                  "qualifications", [preambule, _section("S1", "A-1 BALAYEUR", [ancienne])])


def _an_2008(numeros: count[int]) -> dict[str, Any]:
    note = "<em>(1) Selon le règlement.<br/>(2) Après un an de pratique.</em>"
    fiches = [
        ("A.3.1\r\nBALAYEUR\r\nBALAYEUSE\r\n",
         "<p align=\"center\">A.3.1<br/>BALAYEUR</p>" + fiche_html(
             ["balayeur", "balayeuse"], 3, secteurs=True, evolution="(fiche A.6.1), (fiche A.91)",
             titre="Dénominations de la qualification (selon le cas)", tiret="―") + note),
        ("H.9.1\r\nTRIEUR\r\n", "<p align=\"center\">xxxxxxxxxx</p>" + fiche_html(
            ["Trieur."], 9, secteurs=True, tiret="―")),
        ("Z.C.II.1\r\nCADRE DES CLÉS\r\n", fiche_html(
            ["Cadre des clés."], "II", secteurs=True, titre="Dénomination", tiret="―")),
    ]
    sections = [_section(f"S{i}", titre, [_article(numeros, contenu)])
                for i, (titre, contenu) in enumerate(fiches)]
    return _texte(numeros, "Accord du 3 juillet 2008 relatif aux RNQSA et RNC pour 2009", sections)


def _an_2012(numeros: count[int]) -> dict[str, Any]:
    annexe = [_article(numeros, fiche_html(["Pompiste."], 3), num="1.3.1", surtitre="Pompiste"),
              _article(numeros, fiche_html(["Chef de halte."], "I"), num="CCI.2",
                       surtitre="Chef de halte")]
    return _texte(numeros, "Accord du 4 juillet 2012 relatif au RNQSA et au RNCSA au 1er janvier "
                  "2013", [_section("S2", "Annexe II", annexe)])


def _an_2014(numeros: count[int]) -> dict[str, Any]:
    cinq = "".join(f"<p align=\"center\">{code}<br/><p><b>{titre}</b><br/>" + fiche_html([titre], e)
                   for code, titre, e in (("F.3.1", "Tireur", 3), ("F.6.1", "Pousseur", 6)))
    return _texte(numeros, "Accord du 3 juillet 2014 relatif au RNQSA pour l'année 2015",
                  [_section("S3", "Ajout de deux fiches", [_article(numeros, cinq)])])


def _an_2017(numeros: count[int]) -> dict[str, Any]:
    certifications = "<p>Série 1</p><p>CQP Balayeur de la petite école des halles</p>"
    groupe = certifications + "".join((
        "<p>A.3.1</p><p>Balayeur<br/>Balayeuse</p>",
        fiche_html(["Balayeur", "Balayeuse"], 3, evolution="chef (fiche ACI1)",
                   titre="Dénomination de la qualification : (selon le cas)"),
        "<p>AA.C.II.1</p><p>Directeur du seau</p>",
        fiche_html(["Directeur du seau"], "II", degres=True, evolution="Transversale : voir panorama"),
        "<p>A.A.9.2</p><p>Frotteur. – Lustreur</p>",
        fiche_html(["Frotteur. – Lustreur"], 9),
    ))
    return _texte(numeros, "Accord du 27 juin 2017 relatif au RNCSA et au RNQSA pour le second "
                  "semestre 2017", [_article(numeros, "<p>Voir l'annexe.</p>", num="1er"),
                                    _section("S4", "Annexe", [_article(numeros, groupe)])])


def _an_2020(numeros: count[int]) -> dict[str, Any]:
    seule = ("<p align=\"center\">Annexe<br/>Fiche A. 20.1 « Veilleur – Guetteur »</p>"
             + fiche_html(["Veilleur.", "Guetteur."], 20))
    return _texte(numeros, "Accord du 22 avril 2020 relatif à une fiche du RNQSA",
                  [_section("S5", "Annexe", [_article(numeros, seule)])])


def _an_2025(numeros: count[int]) -> dict[str, Any]:
    articles = [_article(numeros, "<p>La fiche A.3.1 est modifiée (annexe non reproduite).</p>",
                         num=n, surtitre="Fiches", extension="2026-04-04") for n in ("1er", "2")]
    articles.append(_article(numeros, "<p>Fin.</p>", num="3", extension="2027-01-01"))
    return _texte(numeros, "Accord du 18 décembre 2025 relatif au RNCSA et au RNQSA pour le 1er "
                  "semestre 2026", articles)


def _hors_sujet(numeros: count[int]) -> dict[str, Any]:
    return _texte(numeros, "Accord du 9 mai 2019 relatif aux parapluies",
                  [_article(numeros, "<p>2. Objet de la présente.</p>")])


def _salaires(numeros: count[int]) -> dict[str, Any]:
    table = ("<table><tr><th>Échelons</th><th>Minimum</th></tr>"
             "<tr><td>2</td><td>1\u2005700<br/>€</td></tr><tr><td>1</td><td>1\u202f690 €</td></tr></table>")
    return _texte(numeros, "Avenant n° 500 du 3 juillet 2025 relatif aux salaires minima",
                  [_article(numeros, table, num="1er", extension="2025-09-02")])


def _base(numeros: count[int]) -> dict[str, Any]:
    trois = ("<p>Propos du début.</p><p>a) Premier cas</p><p>Le balai suit :</p><p>a) le manche ;</p>"
             "<p>b) la brosse.</p><p>c) Dernier cas</p><p>- un seau ;</p>"
             "<table><tr><td>6 mois</td><td>1 mois</td></tr></table>")
    lien = {"linkType": "MODIFIE", "linkOrientation": "cible", "dateDebutCible": "2018-06-21"}
    ancien = {"linkType": "CREATION", "textTitle": "Avenant n° 9 2000-03-31 BO 2000-21"}
    chapitres = [
        _section("C3", "Chapitre III : Classement", [_section("C31", "Modalités", [
            _article(numeros, trois, num="3.02", liens=[lien])])]),
        _section("C4", "Chapitre III bis : Maîtrise", [_section("C41", "Modalités", [
            _article(numeros, "<p>a) Tout</p><p>Court.</p>", num="3B.02", liens=[ancien])])]),
        _section("C5", "Annexe : Jeunes", [_article(numeros, "<p>Aider les jeunes.</p>")]),
    ]
    return _texte(numeros, "Texte de base : Petite convention du 15 janvier 1981", chapitres)


def _texte(numeros: count[int], titre: str, enfants: list[dict[str, Any]]) -> dict[str, Any]:
    return _section(f"KALITEXT{next(numeros):012}", titre, enfants)


def _section(ident: str, titre: str, enfants: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "section", "children": enfants,
            "data": {"id": ident or None, "title": titre, "etat": "VIGUEUR_ETEN"}}


def _article(
    numeros: count[int], contenu: str, *, num: str | None = None, surtitre: str | None = None,
    extension: str | None = None, liens: list[dict[str, Any]] | None = None,
) -> dict[str, Any]:
    liens = list(liens or [])
    if extension:
        liens.append({"linkType": "ETEND", "linkOrientation": "cible", "datePubliTexte": extension})
    return {"type": "article", "data": {
        "id": f"KALIARTI{next(numeros):012}", "num": num, "surtitre": surtitre, "etat": "VIGUEUR",
        "content": contenu, "lstLienModification": liens}}
