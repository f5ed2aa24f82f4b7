"""Lists of qualifications by domain, échelon, catégorie, status or words of their titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.chat.comprendre.criteres_dits import Demande
from assistant.chat.rediger.brouillon import Brouillon, nom_de_categorie
from assistant.chat.rediger.fiche import placement
from assistant.chat.rediger.parcours import citer_codes, prevenir_generique, titres_en_francais
from assistant.chat.rediger.regles import rediger_regle
from assistant.classification import Echelon, Fiche
from assistant.classification.recherche import Criteres, chercher, par_filiere, titre_cherche

__all__ = ["rediger_recherche"]

_LIGNES = 15
_LARGEUR = 90  # characters of a line on a phone, more or less two lines


def rediger_recherche(b: Brouillon, demande: Demande) -> None:
    """The fiches that meet what was asked, grouped by filière, at most 15 lines."""
    criteres = demande.criteres
    if criteres.vide:
        vivantes = sum(f.statut == "en_vigueur" for f in b.c.kb.fiches.values())
        b.dire("recherche_quoi", n=vivantes)
        return
    trouvees = chercher(b.c.kb.fiches, criteres)
    dits = _criteres(b, demande)
    if not trouvees:
        _rien(b, criteres, dits)
        return
    b.dire("recherche_tete", criteres=dits, n=len(trouvees))
    montrees = _choisies(par_filiere(trouvees))
    seules = len(montrees) > 1 and all(len(g) == 1 for g in montrees.values())
    for lettre, siennes in montrees.items():
        if len(montrees) > 1 and not seules:
            b.dire("recherche_filiere", filiere=siennes[0].filiere, lettre=lettre)
        for fiche in siennes:
            b.dire("recherche_ligne_seule" if seules else "ligne_fiche",
                   titre=_titre(b, fiche, criteres), code=fiche.code,
                   placement=placement(b, fiche), **({"filiere": fiche.filiere} if seules else {}))
            b.fiches.append(str(fiche.code))
            citer_codes(b, (str(fiche.code),))
    reste = len(trouvees) - sum(map(len, montrees.values()))
    if reste:
        b.dire("recherche_reste", n=reste)
    titres_en_francais(b)
    prevenir_generique(b, b.fiches)
    for echelon in criteres.echelons:
        if echelon.numero and not echelon.est_reference and any(
            echelon in f.majores for f in trouvees
        ):
            b.dire("recherche_majore", echelon=echelon)


def _titre(b: Brouillon, fiche: Fiche, criteres: Criteres) -> str:
    """All titles where they are short, else the one that was looked for."""
    tous = ", ".join(fiche.titres)
    if len(tous) <= _LARGEUR:
        return tous or b.titre(fiche)
    return f"{titre_cherche(fiche, criteres)}…"


def _choisies(groupes: Mapping[str, Sequence[Fiche]]) -> dict[str, Sequence[Fiche]]:
    """At most 15 fiches, every filière heard in turn, in the order of the directory."""
    quotas = dict.fromkeys(groupes, 0)
    while sum(quotas.values()) < _LIGNES:
        ouverts = [g for g in groupes if quotas[g] < len(groupes[g])]
        if not ouverts:
            break
        for g in ouverts[: _LIGNES - sum(quotas.values())]:
            quotas[g] += 1
    return {g: groupes[g][:n] for g, n in quotas.items() if n}


def _rien(b: Brouillon, criteres: Criteres, dits: str) -> None:
    bas = [e for e in criteres.echelons if e.numero in (1, 2)]
    if not bas:
        b.dire("recherche_rien", criteres=dits)
    else:
        b.dire("recherche_sans_fiche", echelon=bas[0])
        rediger_regle(b, "emploi_sans_qualification")
        return
    voisins = Criteres(filieres=criteres.filieres, parmi=criteres.parmi, mots=criteres.mots)
    autres = () if voisins.vide else chercher(b.c.kb.fiches, voisins)
    if autres:
        placements = sorted({f.reference for f in autres})
        b.dire("recherche_autres_echelons", placements=", ".join(_nom(b, e) for e in placements))
        par_placement = {f.reference: str(f.code) for f in reversed(autres)}
        citer_codes(b, (par_placement[e] for e in placements))


def _nom(b: Brouillon, echelon: Echelon) -> str:
    cle = "nom_echelon" if echelon.numero else "nom_cadre" if echelon.degre else "nom_niveau"
    return b.texte(cle, echelon=echelon)


def _criteres(b: Brouillon, demande: Demande) -> str:
    c = demande.criteres
    dits = [
        b.texte("critere_filiere", nom=f"{b.c.kb.filieres[lettre]} ({lettre})")
        for lettre in c.filieres
    ]
    if c.parmi:
        dits.append(b.texte("critere_titre", mots=" / ".join(c.parmi)))
    if c.mots:
        dits.append(b.texte("critere_titre", mots=" ".join(c.mots)))
    dits += [_nom(b, e) for e in c.echelons]
    if c.categorie:
        dits.append(b.texte("critere_categorie", nom=nom_de_categorie(c.categorie, b.langue)))
    if c.statut == "supprime":
        dits.append(b.texte("critere_supprime"))
    return ", ".join(dits)
