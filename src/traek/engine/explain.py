"""Why a pattern holds at a place, comes near, or is set aside: told in Danish, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from traek.engine.accept import Neighbours, fits, stands
from traek.engine.alignment import Alignment, Kind, Node, Step, mapped, nearest
from traek.engine.match import Context, Match, find
from traek.engine.search import Hit
from traek.engine.wording import features_told, node_told, part_told, quoted
from traek.model import Span
from traek.patterns import Pattern
from traek.reading import Sentence
from traek.rulepack import Search

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ"})
_MOST_READINGS = 8


@dataclass(frozen=True, slots=True)
class Told:
    """One line of an explanation; `word` stands in a column of its own where there is one.

    `good` is whether the word is what was asked for, or None where the line is about no word.
    """

    text: str
    word: str = ""
    good: bool | None = None


def why_not(
    search: Search,
    sentences: Sequence[Sequence[Sentence]],
    zones: Sequence[frozenset[str]],
    context: Context,
) -> list[Told]:
    """Why nothing in these sentences is a hit of the search."""
    order = [(block, sentence) for block, each in enumerate(sentences) for sentence in each]
    for place, (block, sentence) in enumerate(order):
        before = order[place - 1][1] if place else None
        after = order[place + 1][1] if place + 1 < len(order) else None
        around = Neighbours(before, after, zones[block])
        for name, pattern in search.find:
            for match in find(pattern, sentence, context):
                if not (stands(search, match, sentence, context) and fits(search, around, context)):
                    return _set_aside(name, match, search, (sentence, around), context)
    if search.from_time > 1 and any(
        next(find(pattern, sentence, context), None)
        for _, sentence in order
        for _, pattern in search.find
    ):
        return [
            Told(
                f"Reglen tæller først fra gang nummer {search.from_time} (gange = {search.from_time})."
            )
        ]
    return nearest_told(search, [sentence for _, sentence in order], context)


def how(hit: Hit, context: Context) -> list[Told]:
    """What each word of a hit answers to in the pattern that found it."""
    pattern = dict(hit.owner.search.find)[hit.pattern]
    found = mapped(pattern, hit.sentence, context, hit.match)
    heading = Told(f"Det er mønsteret »{hit.pattern}«, der rammer: {pattern.source}")
    return [heading, *(words_told(found, hit.sentence) if found else ())]


def elsewhere(
    hits: Sequence[Hit], marked: Iterable[tuple[int, Span]], context: Context
) -> list[Told]:
    """How the hit nearest to what an author has marked differs from it, and what its words answer to."""
    block, span = min(marked)
    hit = min(hits, key=lambda h: (h.block != block, abs(h.span.start - span.start)))
    if hit.block != block:
        return how(hit, context)
    text = hit.sentence.block.text
    pieces = (
        (span.start, hit.span.start, "Fundet begynder senere: »{}« er ikke med."),
        (hit.span.start, span.start, "Fundet begynder før: »{}« er med."),
        (hit.span.end, span.end, "Fundet slutter før: »{}« er ikke med."),
        (span.end, hit.span.end, "Fundet slutter senere: »{}« er med."),
    )
    said = [Told(say.format(text[a:b].strip())) for a, b, say in pieces if a < b]
    return [*said, *how(hit, context)]


def too_much(hit: Hit, context: Context, idea: str | None) -> list[Told]:
    """What the words of an unwanted hit answer to, and the idea for an exception."""
    if idea is None:
        last = "Ordene omkring fundet viser ingen forskel. Gør mønsteret smallere."
    else:
        last = f'En idé: undtagen = ["{idea}"]. Den lader alle eksempler i rammer være.'
    return [*how(hit, context), Told(last)]


def nearest_told(search: Search, sentences: Sequence[Sentence], context: Context) -> list[Told]:
    """The pattern and the sentence that come nearest to each other."""
    found = [
        (alignment, name, pattern, sentence)
        for sentence in sentences
        for name, pattern in search.find
        if (alignment := nearest(pattern, sentence, context)) is not None
    ]
    if not found:
        words = {
            word for _, pattern in search.find if pattern.anchor for word in pattern.anchor.words
        }
        known = (
            f" {'De' if len(search.find) > 1 else 'Det'} leder efter {quoted(words)}."
            if words
            else ""
        )
        several = len(search.find) > 1
        who = "Ingen af mønstrene er" if several else "Mønsteret er ikke"
        lines = [Told(f"{who} i nærheden af at passe.{known}")]
        return lines + _readings(search, sentences)
    alignment, name, pattern, sentence = min(
        found, key=lambda each: (each[0].slips, -each[0].weight, each[0].penalty)
    )
    return [
        Told(f"Nærmest kommer mønsteret »{name}«: {pattern.source}"),
        *words_told(alignment, sentence),
    ]


def _readings(search: Search, sentences: Sequence[Sentence]) -> list[Told]:
    """How the grammar reads the words, where a pattern asks for more than how they are written."""
    if not search.grammar:
        return []
    read = [
        f"»{word}« som »{lemma}« ({part_told(part)})"
        for sentence in sentences
        for word, lemma, part in zip(sentence.words, sentence.lemmas, sentence.parts, strict=True)
        if part in _CONTENT
    ]
    return [Told(f"traek læser {', '.join(read[:_MOST_READINGS])}.")] if read else []


def words_told(alignment: Alignment, sentence: Sentence) -> Iterator[Told]:
    """What the pattern makes of each word; of the words that lie too far away only the last."""
    far = [step for step in alignment.steps if step.kind is Kind.FAR]
    for step in alignment.steps:
        if step.kind is Kind.FAR and step is not far[-1]:
            continue
        yield _step_told(step, sentence)


_SLIPS = {
    Kind.PASSED: "springes over ({})",
    Kind.EXTRA: "et ord, mønsteret ikke kender; det venter {}",
    Kind.ABSENT: "her mangler {}",
    Kind.FAR: "for langt væk: mønsteret tillader {}",
    Kind.EDGE: "her vil mønsteret have {}",
}


def _step_told(step: Step, sentence: Sentence) -> Told:
    word = sentence.words[step.token] if step.token < len(sentence.words) else "–"
    wanted = node_told(step.node)
    good = step.kind in {Kind.FITS, Kind.PASSED}
    if step.kind is Kind.FITS:
        text = f"passer: {wanted}" if _says_more(step, sentence) else "passer"
    elif step.kind is Kind.OTHER:
        text = f"{_is_told(step, sentence)}mønsteret venter {wanted}"
    else:
        text = _SLIPS[step.kind].format(wanted)
    return Told(text, "–" if step.kind in {Kind.ABSENT, Kind.EDGE} else word, good=good)


def _says_more(step: Step, sentence: Sentence) -> bool:
    """Whether an element is more than the word itself, so that it helps to name it."""
    node = step.node
    return not (node[0] in {"form", "exact"} and node[1] == {sentence.words[step.token].lower()})


def _is_told(step: Step, sentence: Sentence) -> str:
    """What the word is, where the pattern asks for more than how it is written."""
    if not sentence.lemmas or not _asks_grammar(step.node):
        return ""
    lemma, part = sentence.lemmas[step.token], part_told(sentence.parts[step.token])
    if step.node[0] == "lemma":
        return f"er en form af »{lemma}«; "
    features = ", ".join(features_told(sentence.features[step.token]))
    return f"er {part}{f' ({features})' if features else ''}; "


def _asks_grammar(node: Node) -> bool:
    branches = [branch[0] for branch in node[1]] if node[0] == "either" else [node]
    inner = [each[1] if each[0] == "not" else each for each in branches]
    return any(each[0] in {"lemma", "class"} for each in inner)


def _set_aside(
    name: str, match: Match, search: Search, place: tuple[Sentence, Neighbours], context: Context
) -> list[Told]:
    """The part of a rule that lets a match go."""
    sentence, around = place
    quote = sentence.block.text[slice(*sentence.span(match.start, match.end))]
    opening = f"Mønsteret »{name}« passer på »{quote}«, men "
    for pattern in search.exceptions:
        if not stands(Search(search.find, (pattern,)), match, sentence, context):
            return [Told(f"{opening}undtagelsen »{pattern.source}« lader det gå fri.")]
    return [Told(opening + reason) for reason in _reasons(search, sentence, around, context)][:1]


def _reasons(
    search: Search, sentence: Sentence, around: Neighbours, context: Context
) -> Iterator[str]:
    here = ", ".join(sorted(around.zones)) or "ingen af dem"
    if search.requires.zones and search.requires.zones.isdisjoint(around.zones):
        wanted = ", ".join(sorted(search.requires.zones))
        yield f"reglen vil have stedet {wanted}; her er stedet {here}."
    if shared := search.excludes.zones & around.zones:
        yield f"reglen vil ikke have stedet {', '.join(sorted(shared))}."
    asked, unwanted = search.requires, search.excludes
    for key, wanted_here, unwanted_here, there in (
        ("samme", asked.sentence, unwanted.sentence, sentence),
        ("forinden", asked.before, unwanted.before, around.before),
        ("bagefter", asked.after, unwanted.after, around.after),
    ):
        if wanted_here and not _held(wanted_here, there, context):
            sources = " eller ".join(f"»{pattern.source}«" for pattern in wanted_here)
            yield f"[kun_hvis] {key} finder ikke {sources}."
        for pattern in _held(unwanted_here, there, context):
            yield f"[ikke_hvis] {key} finder »{pattern.source}«."


def _held(
    patterns: tuple[Pattern, ...], sentence: Sentence | None, context: Context
) -> list[Pattern]:
    if sentence is None:
        return []
    return [p for p in patterns if next(find(p, sentence, context), None) is not None]
