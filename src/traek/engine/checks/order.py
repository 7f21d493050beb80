"""The order of a letter: a no has its reason beside it, and the answer comes before the complaint."""

from __future__ import annotations

import re
from collections.abc import Iterable

from traek.engine.checks.finding import check_finding
from traek.engine.checks.skeleton import first_in_body, skeleton
from traek.engine.rewriting.addition import told_beside
from traek.model import Finding, Genre, Side, Suggestion
from traek.reading import Reading, Sentence

_NO = (
    ("afslag", "på"),
    ("ikke", "imødekomme"),
    ("ikke", "bevilge"),
    ("ikke", "imødekommes"),
    ("ikke", "bevilges"),
    ("ikke", "berettiget"),
    ("ikke", "ret", "til"),
    ("får", "ikke"),
)
_REASON = frozenset(
    "fordi da derfor nemlig skyldes grund grunden begrundelse begrundelsen eftersom årsagen "
    "betingelse betingelsen betingelserne krav kravet vægt vurderer".split()
)
_LEADS = re.compile(r", for |ikke at vide|, når |, hvis |, før |, medmindre ")
"""What tells of a no that has its reason, or that is none."""
_NEAR = 3
"""Sentences after a no within which its reason counts as beside it."""
_DECIDED = frozenset({Genre.AFSLAG, Genre.BEVILLING, Genre.KLAGESVAR})
_CLEAR_ANSWER = "D07"
_EARLY = 1 / 3


class NoWithoutReason:
    """Finds a no that has no reason in its own sentence, just before it or in the next few."""

    name = "tjek/nej-uden-grund"
    category = "E25"
    needs_grammar = False

    def observe(self, reading: Reading) -> Iterable[Finding]:
        """One finding, at the block of the first such no, where no other no has its reason."""
        sentences = list(reading.running())
        refused = [place for place, (_, _, s) in enumerate(sentences) if _says_no(s)]
        if not refused or any(_has_reason(sentences, place) for place in refused):
            return
        block, _, no = sentences[refused[0]]
        advice = "Skriv grunden i sætningen lige efter: »Det skyldes, at [udfyld: grunden].«"
        text = f"{no.text} Det skyldes, at [udfyld: grunden]."
        leads = _LEADS.search(no.text) or "afslag" in no.lowers
        bare = no.words[-1] == "." and not told_beside(no) and not leads
        yield check_finding(
            self.name,
            self.category,
            Side.SAG,
            block=reading.document.blocks[block],
            title="Et nej uden en grund ved siden af",
            message="Læseren kan høre nejet som en mur, for grunden står ikke sammen med det.",
            why="En forståelig grund gør det lettere at acceptere et nej, og loven kræver den.",
            advice=advice,
            rewrite=Suggestion(advice, text, no.span(0, len(no.words))) if bare else None,
        )


class ComplaintBeforeAnswer:
    """Finds complaint guidance that stands before the answer."""

    name = "tjek/klagevejledning-foer-svar"
    category = "E20"
    needs_grammar = False

    def observe(self, reading: Reading) -> Iterable[Finding]:
        """One finding, at the block of the guidance."""
        sentences = list(reading.running())
        guidance = next((n for n, (_, _, s) in enumerate(sentences) if _guides(s)), None)
        answer = _first_answer(reading, sentences)
        if guidance is None or answer is None or guidance > answer:
            return
        yield check_finding(
            self.name,
            self.category,
            Side.KONTAKT,
            block=reading.document.blocks[sentences[guidance][0]],
            title="Klagevejledningen står før svaret",
            message="Læseren møder en uenighed, før der er et svar at være uenig i.",
            why="Rækkefølgen svar, grund og klagevejledning følger det, læseren vil vide først.",
            advice="Flyt klagevejledningen ned efter svaret og grunden.",
        )


class LateAnswer:
    """Finds a decision letter whose answer comes after the first third of it."""

    name = "tjek/svaret-kommer-sent"
    category = "E19"
    needs_grammar = False

    def observe(self, reading: Reading) -> Iterable[Finding]:
        """One finding, where the answer would stand, with an opening that tells it."""
        sentences = list(reading.running())
        answer = _first_answer(reading, sentences)
        if reading.genre not in _DECIDED or answer is None or answer < _NEAR:
            return
        if answer <= _EARLY * len(sentences):
            return
        if any(_announces(sentence) for _, _, sentence in sentences[:_NEAR]):
            return
        advice = "Flyt svaret op i det første afsnit, og lad resten forklare det."
        place = first_in_body(reading)
        yield check_finding(
            self.name,
            self.category,
            Side.SAG,
            block=reading.document.blocks[place - 1] if place else None,
            title="Svaret kommer sent i brevet",
            message="Læseren må igennem meget, før det vigtigste bliver sagt.",
            why="Et klart svar tidligt i brevet er respektfuldt, også når det er et nej.",
            advice=advice,
            rewrite=skeleton("svar_foerst", reading, advice),
        )


def _announces(sentence: Sentence) -> bool:
    """Whether it says that here is the answer, also where the answer itself is still a gap."""
    return {"svaret", "er"} <= {*sentence.lowers}


def _says_no(sentence: Sentence) -> bool:
    lowers = sentence.lowers
    return any(
        words[0] in lowers
        and any(tuple(lowers[start : start + len(words)]) == words for start in range(len(lowers)))
        for words in _NO
    )


def _has_reason(sentences: list[tuple[int, int, Sentence]], place: int) -> bool:
    near = sentences[max(0, place - 1) : place + 1 + _NEAR]
    return any(not _REASON.isdisjoint(sentence.lowers) for _, _, sentence in near)


def _guides(sentence: Sentence) -> bool:
    return "klage" in sentence.lowers and not {"kan", "klagen", "ret"}.isdisjoint(sentence.lowers)


def _first_answer(reading: Reading, sentences: list[tuple[int, int, Sentence]]) -> int | None:
    return next(
        (
            place
            for place, (block, number, _) in enumerate(sentences)
            if _CLEAR_ANSWER in reading.marked.get((block, number), ())
        ),
        None,
    )
