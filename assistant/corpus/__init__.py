"""Texts and data files in, KnowledgeBase out."""

from assistant.corpus.base import KnowledgeBase, lien_legifrance
from assistant.corpus.emplacement import dossier_embarque, empreinte
from assistant.corpus.erreurs import ErreurDeConnaissance
from assistant.corpus.extraits import extraits_de_regle, mention_de_l_accord
from assistant.corpus.markdown import SECTIONS, FicheLue, lire_fiche_markdown
from assistant.corpus.montrer import avertissements, montrer
from assistant.corpus.officiel.modeles import ArticleLu, EditionFiche, Lecture
from assistant.corpus.passages import NOMS_DES_SECTIONS, Passage
from assistant.corpus.schemas_donnees import REGLES_COMMUNES
from assistant.corpus.yaml_strict import Modele, lire_yaml

__all__ = [
    "NOMS_DES_SECTIONS",
    "REGLES_COMMUNES",
    "SECTIONS",
    "ArticleLu",
    "EditionFiche",
    "ErreurDeConnaissance",
    "FicheLue",
    "KnowledgeBase",
    "Lecture",
    "Modele",
    "Passage",
    "avertissements",
    "dossier_embarque",
    "empreinte",
    "extraits_de_regle",
    "lien_legifrance",
    "lire_fiche_markdown",
    "lire_yaml",
    "mention_de_l_accord",
    "montrer",
]
