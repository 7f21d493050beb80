"""What an answer to an exercise does: the træk in it, the tryk left, and facts that came or went."""

from __future__ import annotations

from dataclasses import dataclass

from traek.engine import Engine
from traek.exercise.facts import facts_in
from traek.exercise.values import Exercise
from traek.model import Block, Document, Effect, Finding, Situation
from traek.placeholders import typed_placeholders

_READER = "laeser/"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What was found in an answer, and how that differs from the sentence it was given for.

    `calming` is the træk in the answer, `pressing` the tryk in it, whether it was there before or
    is new; `relieved` is the tryk of the sentence of which the answer has none of the kind.
    `lost` are facts of the sentence that the answer lacks, `added` facts that neither sentence nor
    background has, both as they are written.
    """

    answer: str
    unchanged: bool
    calming: tuple[Finding, ...]
    pressing: tuple[Finding, ...]
    relieved: tuple[Finding, ...]
    lost: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def done(self) -> bool:
        """Whether the answer is calm and holds what the sentence held."""
        return bool(self.answer) and not (self.unchanged or self.pressing or self.lost)


def heard_in(text: str, situation: Situation, engine: Engine) -> tuple[Finding, ...]:
    """What rules find in the words of the text; protected wording and mere guesses are left out.

    What is missing from a whole letter is not asked of a sentence.
    """
    blocks = tuple(
        Block(paragraph, number, placeholders=typed_placeholders(paragraph))
        for number, paragraph in enumerate(text.split("\n\n"), 1)
    )
    found = engine.report(Document("øvelse", blocks), situation).findings
    return tuple(
        finding
        for finding in found
        if finding.span is not None
        and finding.protection is None
        and not finding.rule.startswith(_READER)
    )


def respond(exercise: Exercise, answer: str, engine: Engine) -> Feedback:
    """What the engine finds in the answer, held up against the exercise."""
    answer = answer.strip()
    before = heard_in(exercise.text, exercise.situation, engine)
    after = heard_in(answer, exercise.situation, engine) if answer else ()
    pressing = _of(Effect.ESCALATES, after)
    left = {finding.category for finding in pressing}
    asked, given = facts_in(exercise.text), facts_in(answer)
    known = {*asked, *facts_in(exercise.background)}
    words_known = f"{exercise.text} {exercise.background}".casefold()
    return Feedback(
        answer=answer,
        unchanged=_folded(answer) == _folded(exercise.text),
        calming=_of(Effect.DEESCALATES, after),
        pressing=pressing,
        relieved=tuple(f for f in _of(Effect.ESCALATES, before) if f.category not in left),
        lost=tuple(words for key, words in asked.items() if key not in given),
        added=tuple(
            words
            for key, words in given.items()
            if key not in known
            and (any(map(str.isdigit, key)) or key.casefold() not in words_known)
        ),
    )


def _of(effect: Effect, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.effect is effect)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!? ")
