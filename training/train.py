"""Train the Danish pipeline, score it and write the folder that the package carries.

    python training/train.py --data DIR --out DIR

`--data` holds train, dev, test, synth and parole as .conllu.gz, suffix1.json and exc.tsv (see
docs/model-card.md for where they come from); `--out` gets the trained pipeline, `da_traek_sm/`
and `scores.json`. One core, some twenty minutes; the same bytes from the same files and versions.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # more threads would add in another order
sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

import spacy
from corpus import write_corpus
from scores import score
from spacy.lang.da import Danish
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from trim import trim

CONFIG = Path(__file__).parent / "config.cfg"
VERSION = "0.1.0"


def main() -> None:
    """Train, trim and score."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--trained", action="store_true", help="only trim and score what is there")
    arguments = parser.parse_args()
    data, out = arguments.data, arguments.out
    if not arguments.trained:
        _train(data, out)
    trained = out / "model-best"
    folder = out / "da_traek_sm"
    trim(spacy.load(trained), trained, data, folder, VERSION)
    scores = score(folder, data)
    text = json.dumps(scores, ensure_ascii=False, indent=1)
    for place in (out, folder):
        (place / "scores.json").write_text(text + "\n", encoding="utf-8")
    print(text)


def _train(data: Path, out: Path) -> None:
    overrides = {
        "paths.train": str(out / "corpus" / "train.spacy"),
        "paths.dev": str(out / "corpus" / "dev.spacy"),
    }
    config = load_config(CONFIG, overrides=overrides, interpolate=False)
    write_corpus(data, out / "corpus", int(config["system"]["seed"]))
    filled = Danish.from_config(config, auto_fill=True).config
    train(init_nlp(filled), out, use_gpu=-1)


if __name__ == "__main__":
    main()
