# Deux commandes : `make run` installe et sert la page ; `make test` vérifie tout ce que la CI vérifie.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: run test verifier bench capture soak clean

run: $(VENV)/.installe $(VENV)/.textes $(VENV)/.index
	@$(BIN)/python ui.py

test: $(VENV)/.installe-test verifier
	@echo "Échelon : tests…"
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

verifier: $(VENV)/.installe-test
	@echo "Échelon : style, types, flèches…"
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(VENV)/.installe-test
	@$(BIN)/python -m evals.benchmarks

# Au moins trente arrêts brutaux pendant l'import du fichier entier (2 à 3 minutes).
soak: $(VENV)/.installe-test
	@PYTHONPATH=. $(BIN)/python tests/soak/arrets.py --arrets 30

capture: $(VENV)/.installe-test
	@$(BIN)/python tests/web/capture.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] < (3, 14) else "Il faut Python 3.11, 3.12 ou 3.13 ; celui-ci est " + sys.version.split()[0])'
	@echo "Échelon : environnement virtuel dans $(VENV)…"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installe: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Échelon : installation, 1 sur 2 (torch)…"
	@$(PIP) install --quiet --progress-bar on -c constraints.txt torch
	@echo "Échelon : installation, 2 sur 2 (le reste ; une à trois minutes)…"
	@$(PIP) install --quiet --progress-bar on -c constraints.txt -e .
	@touch $@

# Une fois ; sans réseau, la page sert les faits du dépôt et dit ce qui manque.
$(VENV)/.textes: | $(VENV)/.installe
	@echo "Échelon : textes officiels…"
	@$(BIN)/python -m assistant knowledge pull && touch $@ || \
	  echo "Échelon : sans les textes officiels, seuls codes, échelons, règles et minima sont connus ; plus tard : $(BIN)/echelon knowledge pull"

# Refait quand la connaissance change ; la page le refait d'elle-même s'il manque ailleurs.
$(VENV)/.index: $(VENV)/.installe $(wildcard $(VENV)/.textes) $(shell find knowledge -type f 2>/dev/null)
	@echo "Échelon : préparation de la connaissance et de l'index…"
	@$(BIN)/python -m assistant index
	@touch $@

$(VENV)/.installe-test: $(VENV)/.installe
	@echo "Échelon : outils de test…"
	@$(PIP) install --quiet --progress-bar on -c constraints.txt -e '.[test]'
	@touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
