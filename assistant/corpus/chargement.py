"""From the checked data files to the dataclasses of the law."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from assistant.classification import (
    Article,
    Bareme,
    Categorie,
    Certification,
    Code,
    Concepts,
    Critere,
    Echelon,
    Exemple,
    Famille,
    Fiche,
    Registre,
    Regle,
    RegleDeFiche,
    Renvoi,
    TypeDeRegle,
)
from assistant.corpus.acces import lire_acces
from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.markdown import FicheLue
from assistant.corpus.schemas import (
    EntreeBareme,
    EntreeRegle,
    EntreeRepertoire,
    FichierActivites,
    FichierCertifications,
    FichierCriteres,
    FichierMinima,
    FichierRegles,
)
from assistant.corpus.yaml_strict import lire_yaml

__all__ = ["baremes", "concepts", "criteres", "fiche", "registre", "regles"]

_CATEGORIES = {
    "ouvriers_employes": Categorie.OUVRIER_EMPLOYE,
    "maitrise": Categorie.MAITRISE,
    "cadres": Categorie.CADRE,
}


def regles(dossier: Path) -> dict[str, Regle]:
    """All rules of regles/*.yaml by id; an id given twice is an error."""
    toutes: dict[str, Regle] = {}
    fichiers = sorted(dossier.glob("*.yaml"))
    if not fichiers:
        raise ErreurDeConnaissance(dossier / "*.yaml", "on attend au moins un fichier de règles")
    for fichier in fichiers:
        for entree in lire_yaml(fichier, FichierRegles).regles:
            if entree.id in toutes:
                raise ErreurDeConnaissance(
                    fichier, "cet identifiant de règle existe déjà", entree=entree.id, champ="id"
                )
            toutes[entree.id] = _regle(entree)
    return toutes


def _regle(e: EntreeRegle) -> Regle:
    return Regle(
        id=e.id,
        textes={"fr": e.texte.fr, "en": e.texte.en},
        faits={"fr": e.fait.fr, "en": e.fait.en},
        consequences={"fr": e.consequence.fr, "en": e.consequence.en},
        articles=tuple(
            Article(a.article, a.url, a.depuis, _CATEGORIES[a.categorie] if a.categorie else None,
                    tuple(a.ancres),
                    tuple(Renvoi(r.lieu, tuple(r.ancres), r.selon_echelon) for r in a.ailleurs))
            for a in e.articles
        ),
        parametres=e.parametres,
        exemples=tuple(Exemple(x.faits, {str(k): v for k, v in x.attendu.items()})
                       for x in e.exemples),
        relu_par=e.relu_par,
        relu_le=e.relu_le,
    )


def baremes(fichier: Path) -> tuple[Bareme, ...]:
    """The barèmes of minima.yaml, oldest first."""
    lus = [_bareme(b) for b in lire_yaml(fichier, FichierMinima).baremes]
    return tuple(sorted(lus, key=lambda b: b.date_effet))


def _bareme(e: EntreeBareme) -> Bareme:
    montants = {
        Echelon.lire(cle): Decimal(str(valeur))
        for groupe in (e.montants.ouvriers_employes, e.montants.maitrise, e.montants.cadres)
        for cle, valeur in groupe.items()
    }
    point = None if e.valeur_point is None else Decimal(str(e.valeur_point))
    panier = None if e.panier is None else Decimal(str(e.panier))
    return Bareme(e.id, e.avenant, e.signature, e.publication_jo, e.date_effet, e.url, montants,
                  point, panier)


def registre(fichier: Path) -> Registre:
    """Certifications and families of certifications.yaml; every série must be described."""
    lu = lire_yaml(fichier, FichierCertifications)
    series = {s.serie: s.echelon for s in lu.series}
    for c in lu.certifications:
        if c.serie not in series:
            raise ErreurDeConnaissance(
                fichier, "cette série n'est pas dans `series`", entree=c.id, champ="serie", lu=c.serie
            )
    return Registre(
        tuple(
            Certification(
                c.id, (c.nom, *c.anciens_noms), c.famille, c.serie,
                None if series[c.serie] is None else Echelon.lire(series[c.serie]),
                tuple(c.voie or ()), c.nom_rncp,
            )
            for c in lu.certifications
        ),
        tuple(Famille(f.id, tuple(f.noms), f.niveau) for f in lu.familles),
        concepts(fichier.parent / "parler" / "certifications.yaml"),
    )


def criteres(fichier: Path) -> tuple[Critere, ...]:
    """The critères valorisants of criteres.yaml."""
    return tuple(
        Critere(
            c.id, _CATEGORIES[c.categorie],
            {"fr": tuple(c.noms.fr), "en": tuple(c.noms.en)},
            {"fr": c.definition.fr, "en": c.definition.en},
        )
        for c in lire_yaml(fichier, FichierCriteres).criteres
    )


def concepts(fichier: Path) -> Concepts:
    """Word groups of parler/activites.yaml."""
    lu = lire_yaml(fichier, FichierActivites)
    return Concepts(lu.groupes, lu.generaux)


def fiche(
    entree: EntreeRepertoire, filieres: Mapping[str, str], lue: FicheLue | None,
    registre: Registre, regles: tuple[RegleDeFiche, ...] = (),
) -> Fiche:
    """One fiche from its directory entry and, where known, its text; ``regles``: its own."""
    code = Code.lire(entree.code)
    change = entree.dernier_changement
    commun = {
        "code": code,
        "titres": tuple(entree.titres),
        "filiere": filieres[code.filiere],
        "statut": entree.statut,
        "edition": entree.edition,
        "superseded_by": change.date if change else None,
        "regles": regles,
        "nationale": bool(entree.source),
    }
    if lue is None:
        return Fiche(
            **commun,  # type: ignore[arg-type]  # the mapping is typed above
            evolution=tuple(entree.evolution),
        )
    if lue.origine != "officielle":  # a print may contradict its code: the audit says so
        _verifier_classement(code, lue)
    if lue.origine == "entreprise":  # no agreement prints it, none has changed it
        commun |= {"edition": None, "superseded_by": None, "entreprise": True}
    acces = lire_acces(lue.sections, registre)
    # printed under the extensions, but saying that there are none
    sans_objet = {r.citation for r in regles if r.type is TypeDeRegle.ECHELON_UNIQUE}
    return Fiche(
        **commun,  # type: ignore[arg-type]
        contenu=lue.textes("contenu"),
        extensions=tuple(t for t in lue.textes("extensions") if t not in sans_objet),
        acces=acces.acces,
        acces_par_decision=acces.decision,
        evolution=_evolution(entree, lue),
    )


def _evolution(entree: EntreeRepertoire, lue: FicheLue) -> tuple[str, ...]:
    """Codes the text leads to; the directory holds those of its own edition, spelt any way."""
    if lue.origine == "officielle" and lue.edition == entree.edition:
        return tuple(entree.evolution)
    return lue.evolution


def _verifier_classement(code: Code, lue: FicheLue) -> None:
    """The classement must print the échelon that the code carries."""
    texte = " ".join(i.texte for i in lue.sections.get("classement", ()))
    if str(code.reference) not in texte.replace("/", " ").replace(".", " ").split():
        raise ErreurDeConnaissance(
            lue.fichier, f"le classement ne donne pas l'échelon {code.reference} que porte le code",
            entree=str(code), champ="classement", lu=texte,
        )
