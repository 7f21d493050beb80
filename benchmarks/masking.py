"""How much of the personal data in made-up letters is masked: `python benchmarks/masking.py`.

The names are drawn half from lists that traek has and half from names that it has never seen, so
that what is found is found by where it stands. Prints recall for each kind, and what was masked
that should have stayed.
"""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from traek.masking import masked, names_in

FIRST = """Lise Mette Anders Jens-Peter Søren Åse Hamdi Zeynep Ousmane Xenia Nives Tjark Runa Skjold
Ayşe Dagny-Rose Mahnaz Oluf Quynh Ragnvi Bjørk Tsering Ioana Łukasz Oddný Eyvind Noor Sif Halfdan""".split()
LAST = """Holm Jensen Ravnkilde Øvlisen Toft-Bech Yıldırım Nguyen Ó'Brien Szabó Stensgaard Bundgaard
Varberg Qureshi Diallo Kristjánsdóttir Fuglede Bækgaard Winther Tsegaye Lyngsie Ågesen Haugbøl""".split()
STREETS = (
    "Kirkevej", "Møllegade", "Åbrinken", "Peter Bangs Vej", "Solbakken", "Ndr. Fasanvej", "Elmehaven",
    "Tjørneparken", "Vestergade", "Strandagervej", "Gl. Kongevej", "Lærkevænget", "Syrenstien",
)  # fmt: skip
TOWNS = ("8000 Aarhus C", "4700 Næstved", "9900 Frederikshavn", "2300 København S", "6000 Kolding")
STAYS = (
    "servicelovens § 41, stk. 1, nr. 2", "12. marts 2026", "1.234,50 kr.", "Hjelmholt Kommune",
    "Ankestyrelsen", "CVR 29189846", "lov nr. 1372 af 24. december 2012", "Jobcenter Nord", "bilag 3",
    "Skovbrynskolen", "kl. 10.30", "18.450 kr.", "Udbetaling Danmark", "2026-118-4402",
)  # fmt: skip


@dataclass(frozen=True)
class MadeUp:
    """A letter in lines, what in it is personal by kind, and what is not."""

    lines: list[str]
    secrets: list[tuple[str, str]]
    stays: list[str]


def made_up_letter(draw: random.Random) -> MadeUp:
    """A letter as an authority would lay it out, about somebody who does not exist."""
    first, last = draw.choice(FIRST), draw.choice(LAST)
    clerk, child = f"{draw.choice(FIRST)} {draw.choice(LAST)}", draw.choice(FIRST)
    cpr, phone, mail = (
        _cpr(draw),
        _phone(draw),
        f"{last.lower()[:4]}.{first.lower()[:3]}@post.example",
    )
    street = f"{draw.choice(STREETS)} {draw.randint(1, 180)}{draw.choice(['', '', 'B', ', 2. tv.', ', st. th.', ', 3. sal'])}"
    town, stays = draw.choice(TOWNS), draw.sample(STAYS, 5)
    lines = [
        "Hjelmholt Kommune", "Borgerservice", "", f"{first} {last}", street, town, "",
        f"Sag om {stays[0]}", "", _greeting(draw, first, last), "",
        f"Vi skriver om dit barn {child} og om {stays[1]}. {first}s sag blev åbnet den {stays[2]}.",
        f"Vi har noteret cpr-nr. {cpr} og telefon {phone}. Efter {stays[3]} kan {child} få støtte.",
        f"{child}s plads er på {street}. Skriv til {mail}, hvis {stays[4]} ikke passer.", "",
        *_closing(draw, clerk), "Hjelmholt Kommune",
    ]  # fmt: skip
    names = [first, last, child, *clerk.split()]
    secrets = [("navn", name) for name in names] + [("cpr", cpr), ("telefon", phone)]
    return MadeUp(
        lines, [*secrets, ("e-mail", mail), ("adresse", street), ("adresse", town)], stays
    )


def _cpr(draw: random.Random) -> str:
    day, month, year = draw.randint(1, 31), draw.randint(1, 12), draw.randint(0, 99)
    return f"{day:02}{month:02}{year:02}{draw.choice(['-', '', ' ', ' - ', '–'])}{draw.randint(0, 9999):04}"


def _phone(draw: random.Random) -> str:
    digits = str(draw.randint(20_000_000, 99_999_999))
    pairs = " ".join(digits[at : at + 2] for at in range(0, 8, 2))
    return draw.choice(
        [pairs, f"+45 {pairs}", f"{digits[:4]} {digits[4:]}", digits, f"+45{digits}"]
    )


def _greeting(draw: random.Random, first: str, last: str) -> str:
    return draw.choice(
        [f"Kære {first} {last}", f"Kære {first}", f"Hej {first}!", f"Til {first} {last}"]
    )


def _closing(draw: random.Random, clerk: str) -> list[str]:
    return draw.choice([
        ["Venlig hilsen", "", clerk, "Sagsbehandler"], [f"Med venlig hilsen {clerk}"],
        ["Mvh", clerk, "Fuldmægtig, cand.jur."], [f"Sagsbehandler: {clerk}"],
    ])  # fmt: skip


def outcomes(letters: int, seed: int = 7) -> Iterator[tuple[str, bool, str]]:
    """For each secret its kind, whether it is gone, and the line; »bevaret« for what should stay."""
    draw = random.Random(seed)  # noqa: S311  letters, not keys
    for _ in range(letters):
        letter = made_up_letter(draw)
        names = names_in(letter.lines)
        text = "\n".join(masked(line, names).text for line in letter.lines)
        for kind, secret in letter.secrets:
            yield kind, re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", text) is None, secret
        for kept in letter.stays:
            yield "bevaret", kept in text, kept


def main() -> None:
    """Print the share of each kind that was masked, and of what stayed."""
    start, letters = time.perf_counter(), 1000
    seen, right, wrong = Counter[str](), Counter[str](), Counter[str]()
    for kind, good, what in outcomes(letters):
        seen[kind] += 1
        right[kind] += good
        wrong[f"{kind}: {what}"] += not good
    for kind, number in seen.items():
        print(f"{kind:10} {100 * right[kind] / number:6.2f} % of {number}")
    print(f"{letters} letters in {time.perf_counter() - start:.1f} s")
    for what, number in wrong.most_common(12):
        if number:
            print(f"  {number:4} {what}")


if __name__ == "__main__":
    main()
