"""Makes the Word letters in `breve/`: run it again after a change here, and commit what it makes.

Everything in the letters is invented: people, streets, case numbers and telephone numbers.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

if TYPE_CHECKING:
    from docx.document import Document as Letter
    from docx.text.paragraph import Paragraph

FOLDER = Path(__file__).parent / "breve"
DATE = datetime(2026, 3, 2, 9, 0, 0)  # noqa: DTZ001 - Word's own dates have no zone


def main() -> None:
    home_help().save(str(FOLDER / "afslag-hjemmehjaelp.docx"))
    kindergarten().save(str(FOLDER / "rykker-boernehave.docx"))
    hearing().save(str(FOLDER / "partshoering.docx"))


def home_help() -> Letter:
    letter = blank("Birkelev Kommune", "Visitationen")
    address(letter, "Ellen Frimand", "Kirsebærvænget 14, 2. tv.", "9999 Birkelev")
    letter.add_heading("Afslag på din ansøgning om hjælp til rengøring", level=1)
    letter.add_paragraph("Kære Ellen Frimand")
    letter.add_paragraph(
        "Du har søgt om hjælp til rengøring hver uge. Vi må meddele, at din ansøgning ikke kan "
        "imødekommes, idet du ikke opfylder betingelserne."
    )
    letter.add_heading("Begrundelse", level=2)
    mixed = letter.add_paragraph(
        "Du har undladt at fortælle, at du selv kan støve af, og du burde "
    )
    mixed.add_run("have vidst").italic = True
    mixed.add_run(
        ", at hjælpen kun er til dem, der har et reelt behov. Som tidligere oplyst kan der ikke "
        "gives hjælp til opgaver, som man selv er i stand til at udføre."
    )
    letter.add_paragraph(
        "Du påstår, at du får ondt i ryggen af at støvsuge. Det har du ikke dokumenteret, og det "
        "er ikke kommunens problem, at du ikke har skaffet en udtalelse fra din læge."
    )
    letter.add_paragraph(
        "Afgørelsen er truffet efter § 83 i lov om social service. Loven siger, at kommunen skal "
        "se på, hvad du selv kan klare."
    )
    letter.add_heading("Du kan klage", level=2)
    letter.add_paragraph(
        "Du kan klage til Ankestyrelsen inden 4 uger fra den dag, du har fået afgørelsen. Du skal "
        "sende klagen til os, så ser vi på sagen igen. Overholder du ikke fristen, bortfalder din "
        "ret til at klage."
    )
    closing(letter, "Birthe Overgaard", "visitator", "12 34 56 78")
    return letter


def kindergarten() -> Letter:
    letter = blank("Birkelev Kommune", "Opkrævningen")
    address(letter, "Jonas Damkjær", "Ved Volden 3", "9999 Birkelev")
    letter.add_heading("2. RYKKER – betaling for Mælkebøttens børnehave", level=1)
    letter.add_paragraph("Til Jonas Damkjær")
    letter.add_paragraph(
        "På trods af vores tidligere rykker har du stadig ikke betalt for februar. Du skal "
        "STRAKS betale 2.412 kr."
    )
    for text in ("Beløb: 2.412 kr.", "Rykkergebyr: 250 kr.", "Sidste frist: 16. marts 2026"):
        letter.add_paragraph(text, style="List Bullet")
    warning = letter.add_paragraph()
    warning.add_run("Hvis du fortsat ignorerer vores henvendelser, ").bold = True
    warning.add_run(
        "mister dit barn pladsen, og gælden sendes til inddrivelse uden yderligere varsel. "
        "Du har selv ansvaret for at betale til tiden."
    )
    letter.add_paragraph(
        "Kan du ikke betale det hele på én gang, må du kontakte os, inden fristen udløber."
    )
    closing(letter, "Opkrævningen", "", "12 34 56 70")
    return letter


def hearing() -> Letter:
    letter = blank("Birkelev Kommune", "Ydelsescenteret")
    name = letter.add_paragraph()
    merge_field(name, "Navn")
    name.add_run("\n")
    merge_field(name, "Adresse")
    letter.add_heading("Vi vil gerne høre din mening, før vi afgør din sag", level=1)
    greeting = letter.add_paragraph("Kære ")
    merge_field(greeting, "Fornavn")
    reason = letter.add_paragraph(
        "Vi er i gang med at se på, om du har fået for meget i boligstøtte i "
    )
    merge_field(reason, "Periode")
    reason.add_run(". Det fremgår af vores oplysninger, at du ikke har oplyst alle dine indtægter.")
    letter.add_paragraph("Her kan du se, hvad vi bygger det på:")
    rows = (
        ("Oplysning", "Det har du oplyst", "Det har vi fået at vide"),
        ("Indtægt i januar", "«IndtægtOplyst»", "«IndtægtFundet»"),
        ("Hvem bor der", "Du bor alene", "Du har undladt at oplyse, at din søn bor hos dig"),
    )
    table = letter.add_table(rows=len(rows), cols=3, style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    letter.add_paragraph()
    deadline = letter.add_paragraph(
        "Du har ret til at udtale dig, før vi træffer afgørelse. Det står i forvaltningslovens "
        "§ 19. Skriv eller ring til os senest den "
    )
    merge_field(deadline, "Frist")
    deadline.add_run(
        ". Hører vi ikke fra dig, afgør vi sagen på det foreliggende grundlag, og så må du selv "
        "bære følgerne."
    )
    letter.add_paragraph(
        "Måske er der en god forklaring, som vi ikke kender. Ring gerne, så ser vi på det sammen."
    )
    closing(letter, "Mads Ravnsborg", "sagsbehandler", "12 34 56 71")
    return letter


def blank(authority: str, department: str) -> Letter:
    letter = Document()
    letter.core_properties.author = authority
    letter.core_properties.created = letter.core_properties.modified = DATE
    letter.styles["Normal"].font.size = Pt(11)
    letter.sections[0].header.paragraphs[0].text = f"{authority} · {department}"
    letter.sections[0].footer.paragraphs[0].text = "Rådhusgade 1, 9999 Birkelev"
    return letter


def address(letter: Letter, *lines: str) -> None:
    letter.add_paragraph("\n".join(lines))
    letter.add_paragraph("2. marts 2026\nSagsnr. 26-00417")


def closing(letter: Letter, name: str, title: str, telephone: str) -> None:
    letter.add_paragraph("Med venlig hilsen")
    lines = [line for line in (name, title, f"Telefon {telephone}") if line]
    letter.add_paragraph("\n".join(lines))


def merge_field(paragraph: Paragraph, name: str) -> None:
    """A MERGEFIELD as Word writes it, which python-docx has no call for."""
    sign(paragraph, "begin")
    code = OxmlElement("w:instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = f" MERGEFIELD {name} "
    paragraph.add_run()._r.append(code)  # noqa: SLF001 - the documented way to what it lacks
    sign(paragraph, "separate")
    paragraph.add_run(f"«{name}»")
    sign(paragraph, "end")


def sign(paragraph: Paragraph, kind: str) -> None:
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(element)  # noqa: SLF001 - as above


if __name__ == "__main__":
    main()
