"""How often a paragraph that was moved, split, joined or edited is known again, and how soon.

Drafts are made from the test letters by a fixed seed, so that the right answer is known.
"""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

from traek.compare.align import Link, aligned

LETTERS = Path(__file__).parents[1] / "tests" / "letters"
EDITED = 0.4
"""The share of the words of an edited paragraph that are put in the place of its own."""


def main() -> None:
    """Print the share of links that were found, and of found links that are right."""
    dice = random.Random(1)  # noqa: S311 - the same drafts every time
    texts = [paragraphs(file) for file in sorted(LETTERS.glob("?/letters/*.txt"))]
    words = [word for text in texts for paragraph in text for word in paragraph.split()]
    wanted = found = right = 0
    started = time.perf_counter()
    for before in texts:
        after, links = rewritten(before, words, dice)
        told = set(aligned(before, after))
        wanted, found = wanted + len(links), found + len(told)
        right += len(told & links)
    took = time.perf_counter() - started
    print(f"{len(texts)} letters, {wanted} links: {right / wanted:.1%} found, ", end="")
    print(f"{right / found:.1%} of the found are right, {1000 * took / len(texts):.1f} ms a letter")


def paragraphs(file: Path) -> list[str]:
    """The paragraphs of a letter that have something to be known by."""
    parts = re.split(r"\n\s*\n", file.read_text("utf-8"))
    return [part for part in parts if len(part.split()) > 3]


def rewritten(
    before: list[str], words: list[str], dice: random.Random
) -> tuple[list[str], set[Link]]:
    """A draft in which every other paragraph is edited, one moved, one split and two joined."""
    pieces: list[tuple[str, set[int]]] = [
        (edited(text, words, dice) if number % 2 else text, {number})
        for number, text in enumerate(before)
    ]
    longest = max(range(len(pieces)), key=lambda n: len(pieces[n][0].split()))
    text, sources = pieces[longest]
    half = len(text.split()) // 2
    parts = [(" ".join(part), sources) for part in (text.split()[:half], text.split()[half:])]
    pieces[longest : longest + 1] = parts
    if len(pieces) > 4:
        at = dice.randrange(len(pieces) - 1)
        one, other = pieces[at : at + 2]
        pieces[at : at + 2] = [(f"{one[0]} {other[0]}", one[1] | other[1])]
        pieces.insert(dice.randrange(len(pieces)), pieces.pop(dice.randrange(len(pieces))))
    links = {(source, place) for place, (_, ones) in enumerate(pieces) for source in ones}
    return [text for text, _ in pieces], links


def edited(text: str, words: list[str], dice: random.Random) -> str:
    """The paragraph with some of its words changed for other letters' words."""
    kept = [dice.choice(words) if dice.random() < EDITED else word for word in text.split()]
    return " ".join(kept)


if __name__ == "__main__":
    main()
