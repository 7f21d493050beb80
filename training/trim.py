"""A trained pipeline -> the small folder that the package carries."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lemmas import write_rules, write_verb_forms
from spacy.util import load_config

if TYPE_CHECKING:
    from spacy.language import Language

NOTICES = Path(__file__).parent / "notices"
SOURCES = [
    {
        "name": "Danish Dependency Treebank, as part of the Copenhagen Dependency Treebank",
        "url": "https://github.com/mbkromann/copenhagen-dependency-treebank",
        "author": "Matthias Buch-Kromann and others",
        "license": "MIT, CC BY-SA 4.0 or LGPL",
    },
    {
        "name": "PAROLE-DK",
        "url": "https://korpus.dsl.dk/resources/details/parole.html",
        "author": "Britt-Katrin Keson, Ole Norling-Christensen, Jørg Asmussen; Det Danske "
        "Sprog- og Litteraturselskab",
        "license": "Public Domain Mark 1.0",
    },
    {
        "name": "UD_Danish-DDT 2.17 (development and test parts)",
        "url": "https://github.com/UniversalDependencies/UD_Danish-DDT",
        "author": "Anders Johannsen, Héctor Martínez Alonso, Barbara Plank",
        "license": "CC BY-SA 4.0",
    },
    {
        "name": "spacy-lookups-data 1.0.5, Danish lemma table",
        "url": "https://github.com/explosion/spacy-lookups-data",
        "author": "Explosion; after Søren Lind's lemmy and the full-form list of Dansk Sprognævn",
        "license": "MIT",
    },
]

_PIPELINE = ["tok2vec", "morphologizer", "traek_lemmatizer", "parser"]


def trim(nlp: Language, trained: Path, data: Path, target: Path, version: str) -> None:
    """Write the folder `target`: weights, lemma rules, a short config, and no strings but labels."""
    if target.exists():
        shutil.rmtree(target)
    target.mkdir(parents=True)
    for name in ("tok2vec", "morphologizer", "parser"):
        shutil.copytree(trained / name, target / name)
    write_rules(data, target / "traek_lemmatizer" / "rules.txt.gz")
    write_verb_forms(data, target / "traek_lemmatizer" / "verbs.txt.gz")
    config = load_config(trained / "config.cfg")
    config["nlp"] |= {"pipeline": _PIPELINE, "tokenizer": {"@tokenizers": "traek_tokenizer"}}
    config["components"]["traek_lemmatizer"] = {"factory": "traek_lemmatizer"}
    config["paths"] = dict.fromkeys(config["paths"])
    config["corpora"] = {}
    config.to_disk(target / "config.cfg")
    for name in ("LICENSE", "NOTICE"):
        shutil.copyfile(NOTICES / name, target / name)
    vocabulary = target / "vocab"
    vocabulary.mkdir()
    _write_json(vocabulary / "strings.json", sorted(_label_strings(nlp)))
    _write_json(target / "meta.json", _meta(nlp, version))


def _label_strings(nlp: Language) -> set[str]:
    strings: set[str] = set()
    for label in nlp.get_pipe("morphologizer").labels:  # type: ignore[attr-defined]
        strings.add(label)
        for feature in label.split("|"):
            strings.update((feature, *feature.split("=")))
    strings.update(nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]
    return strings


def _meta(nlp: Language, version: str) -> dict[str, Any]:
    return {
        "lang": "da",
        "name": "traek_sm",
        "version": version,
        "spacy_version": ">=3.8.7,<3.9.0",
        "description": "Danish parts of speech, morphology, lemmas and relations for letters",
        "author": "The traek maintainers",
        "license": "CC BY-SA 4.0",
        "sources": SOURCES,
        "pipeline": _PIPELINE,
        "labels": {
            name: list(nlp.get_pipe(name).labels)  # type: ignore[attr-defined]
            for name in ("morphologizer", "parser")
        },
    }


def _write_json(path: Path, value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
