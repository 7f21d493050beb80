"""Comments and changes written into Word files: in the right place, and nothing else touched."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from traek.errors import DocumentError
from traek.model import (
    Certainty,
    Document,
    Effect,
    Finding,
    Report,
    Side,
    SideProfile,
    Situation,
    Span,
    Suggestion,
)
from traek.word import read_document
from traek.word.review import Mode, clean, review

MakeDocx = Callable[..., bytes]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DATE = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def r(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def finding(
    block: int | None, start: int, end: int, quote: str = "ord", new: str | None = None
) -> Finding:
    return Finding(
        rule="prøve/regel",
        title="ordet trykker",
        category="E01",
        effect=Effect.ESCALATES,
        side=Side.FORSTÅ,
        weight=2,
        certainty=Certainty.HØJ,
        block=block,
        span=None if block is None else Span(start, end),
        quote=None if block is None else quote,
        message="Læseren hører en skjult bebrejdelse.",
        why="Sig, hvad der mangler.",
        suggestions=(Suggestion("Skriv det roligt.", new),),
    )


def report_of(document: Document, findings: Sequence[Finding]) -> Report:
    side = SideProfile(filled=False, escalates=1, deescalates=0)
    return Report(
        document=document,
        situation=Situation.SKRIV_UD,
        situation_reason="valgt",
        words=42,
        findings=tuple(findings),
        profile=dict.fromkeys(Side, side),
    )


def find(document: Document, quote: str, new: str | None = None) -> Finding:
    block = next(block for block in document.blocks if quote in block.text)
    start = block.text.index(quote)
    return finding(block.number, start, start + len(quote), quote, new)


def reviewed(data: bytes, *quotes: str, mode: Mode = "comments", new: str | None = None) -> bytes:
    document = read_document(data, "brev.docx")
    findings = [find(document, quote, new) for quote in quotes]
    return review(data, report_of(document, findings), mode=mode, date=DATE)


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read(name))


def comment_texts(data: bytes) -> list[str]:
    root = part(data, "word/comments.xml")
    return [
        "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment.iter(f"{W}p"))
        for comment in root
    ]


def marked_text(data: bytes) -> list[str]:
    """What each comment's marks embrace, in the order of the marks."""
    open_now: dict[str, list[str]] = {}
    done = []
    for element in part(data).iter():
        identity = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            open_now[identity] = []
        elif element.tag == f"{W}commentRangeEnd":
            done.append("".join(open_now.pop(identity)))
        elif element.tag in (f"{W}t", f"{W}delText"):
            for texts in open_now.values():
                texts.append(element.text or "")
    assert not open_now
    return done


def with_changes(data: bytes, *, accepted: bool) -> bytes:
    """The file after accepting, or rejecting, every tracked change; our own few lines."""
    root = part(data)
    keep, drop = (f"{W}ins", f"{W}del") if accepted else (f"{W}del", f"{W}ins")
    for element in list(root.iter(keep, drop)):
        parent = element.getparent()
        assert parent is not None
        if element.tag == keep:
            for child in list(element):
                element.addprevious(child)
        parent.remove(element)
    for element in root.iter(f"{W}delText"):
        element.tag = f"{W}t"
    archive = zipfile.ZipFile(BytesIO(data))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as copy:
        for name in archive.namelist():
            copied = etree.tostring(root) if name == "word/document.xml" else archive.read(name)
            copy.writestr(name, copied)
    return buffer.getvalue()


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_document(data, "b.docx").blocks]


# Where comments hang


def test_a_marker_in_the_middle_of_a_run_gets_its_own_comment(make_docx: MakeDocx) -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    data = reviewed(make_docx(body=p(r("Du skal straks svare", bold))), "skal straks")
    assert marked_text(data) == ["", "skal straks"]
    runs = [run for run in part(data).iter(f"{W}r") if run.find(f"{W}t") is not None]
    assert [run.find(f"{W}rPr/{W}b") is not None for run in runs] == [True, True, True]
    assert texts(data) == ["Du skal straks svare"]


def test_a_marker_in_two_runs_gets_one_comment(make_docx: MakeDocx) -> None:
    data = reviewed(make_docx(body=p(r("Du kon"), r("sekvenser nu"))), "konsekvenser")
    assert marked_text(data) == ["", "konsekvenser"]


def test_two_markers_may_overlap(make_docx: MakeDocx) -> None:
    data = reviewed(make_docx(body=p(r("Du skal straks svare"))), "skal straks", "straks svare")
    assert sorted(marked_text(data)) == ["", "skal straks", "straks svare"]


@pytest.mark.parametrize(
    "inner",
    [
        f'<w:hyperlink w:anchor="x">{r("du skal straks ringe")}</w:hyperlink>',
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r('du skal straks ringe')}</w:sdtContent></w:sdt>",
        f'<w:fldSimple w:instr=" REF x ">{r("du skal straks ringe")}</w:fldSimple>',
        f'<w:ins w:id="7" w:author="A">{r("du skal straks ringe")}</w:ins>',
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("du skal straks ringe")}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
    ],
)
@pytest.mark.parametrize("mode", ["comments", "changes", "both"])
def test_marks_stand_outside_what_they_would_break(
    make_docx: MakeDocx, inner: str, mode: Mode
) -> None:
    original = make_docx(body=p(r("Kære Anne, "), inner, r(" til os.")))
    data = reviewed(original, "straks", mode=mode, new="gerne")
    assert marked_text(data)[-1] == "du skal straks ringe"
    depth = 0
    for element in part(data).iter():
        if element.tag == f"{W}fldChar":
            depth += {"begin": 1, "end": -1}.get(element.get(f"{W}fldCharType", ""), 0)
        if etree.QName(element).localname.startswith("comment"):
            assert depth == 0
            paragraph = element.getparent()
            assert paragraph is not None
            if paragraph.tag == f"{W}r":
                paragraph = paragraph.getparent()
            assert paragraph is not None
            assert paragraph.tag == f"{W}p"
    assert texts(data) == ["Kære Anne, du skal straks ringe til os."]


def test_a_content_control_around_paragraphs_is_embraced_from_outside(make_docx: MakeDocx) -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('Du skal straks'))}</w:sdtContent></w:sdt>"
    data = reviewed(make_docx(body=p(r("Kære")) + control + p(r("Hilsen"))), "straks")
    assert marked_text(data) == ["", "Du skal straks"]
    inside = part(data).find(f".//{W}sdtContent")
    assert inside is not None
    assert not list(inside.iter(f"{W}commentReference", f"{W}commentRangeStart"))


def test_a_controlled_cell_gets_its_comment_beside_the_table(make_docx: MakeDocx) -> None:
    cell = f"<w:tc><w:tcPr/>{p(r('Du skal straks'))}</w:tc>"
    table = (
        f"<w:tbl><w:tr><w:sdt><w:sdtPr/><w:sdtContent>{cell}</w:sdtContent></w:sdt></w:tr></w:tbl>"
    )
    data = reviewed(make_docx(body=p(r("Kære")) + table + p(r("Hilsen"))), "straks")
    inside = part(data).find(f".//{W}tbl")
    assert inside is not None
    assert not list(inside.iter(f"{W}commentReference", f"{W}commentRangeStart"))
    assert len(comment_texts(data)) == 2


def test_latent_text_gets_its_comment_on_the_field(make_docx: MakeDocx) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> IF 1 = 2 "Du skal straks" "Du kan" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    data = reviewed(make_docx(body=p(r("Kære "), field)), "skal straks", mode="both", new="kan")
    assert "hvis 1 = 2" in comment_texts(data)[1]
    (start,) = (e for e in part(data).iter(f"{W}commentRangeStart") if e.get(f"{W}id") == "1")
    following = start.getnext()
    assert following is not None
    assert following.find(f"{W}fldChar") is not None


def test_an_entry_of_a_list_gets_its_comment_on_the_control(make_docx: MakeDocx) -> None:
    items = '<w:dropDownList><w:listItem w:displayText="straks" w:value="1"/></w:dropDownList>'
    control = f"<w:sdt><w:sdtPr>{items}</w:sdtPr><w:sdtContent>{r('gerne')}</w:sdtContent></w:sdt>"
    data = reviewed(make_docx(body=p(r("Svar "), control)), "straks")
    assert marked_text(data) == ["", "gerne"]


def test_findings_in_headers_and_notes_are_gathered_in_one_comment(make_docx: MakeDocx) -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    original = make_docx(
        body=p(r("Kære Anne")) + section,
        header1=p(r("Du skal straks")),
        footnotes=f'<w:footnote w:id="1">{p(r("Du har pligt"))}</w:footnote>',
    )
    data = reviewed(original, "straks", "har pligt", new="gerne")
    assert len(comment_texts(data)) == 2
    assert "Sidehoved: »straks«" in comment_texts(data)[1]
    assert "Fodnote: »har pligt«" in comment_texts(data)[1]
    before, after = zipfile.ZipFile(BytesIO(original)), zipfile.ZipFile(BytesIO(data))
    for name in ("word/header1.xml", "word/footnotes.xml"):
        assert before.read(name) == after.read(name)


# What comments say


def test_the_first_comment_is_the_firkant_in_words(make_docx: MakeDocx) -> None:
    data = reviewed(make_docx(body=p(r("Du skal straks"))), "straks")
    first = comment_texts(data)[0]
    assert first.startswith("Firkanten for brevet, når du skriver på eget initiativ")
    assert all(f"{at} {side}" in first for at, side in enumerate(("Kontakt", "Forstå"), 1))
    assert "I alt 0 træk og 4 tryk på 42 ord." in first


def test_a_comment_holds_side_what_why_and_the_rewrite_and_praise_comes_first(
    make_docx: MakeDocx,
) -> None:
    original = make_docx(body=p(r("Tak for din mail, men du skal straks")))
    document = read_document(original, "b.docx")
    calm = replace(find(document, "Tak for din mail"), effect=Effect.DEESCALATES)
    loud = find(document, "straks", "inden fredag")
    data = review(original, report_of(document, [calm, loud]), date=DATE)
    assert comment_texts(data)[1].split("\n") == [
        "Det virker allerede: ordet trykker (»Tak for din mail«).",
        "Ordet trykker (forstå)",
        "Læseren hører en skjult bebrejdelse.",
        "Hvorfor: Sig, hvad der mangler.",
        "Du kan skrive: »inden fredag«",
        "Skriv det roligt.",
        "traek · prøve/regel",
    ]


def test_what_the_law_asks_for_gets_no_comment_of_its_own(make_docx: MakeDocx) -> None:
    original = make_docx(body=p(r("Du skal straks")))
    document = read_document(original, "b.docx")
    kept = replace(find(document, "straks"), protection="L01")
    data = review(original, report_of(document, [kept]), date=DATE)
    (only,) = comment_texts(data)
    assert "beder loven om ordene" in only


def test_author_initials_and_date_are_as_asked(make_docx: MakeDocx) -> None:
    original = make_docx(body=p(r("Du skal straks")))
    report = report_of(read_document(original, "b.docx"), [])
    data = review(original, report, author="Anne Lund", initials="AL", date=DATE)
    (comment,) = part(data, "word/comments.xml")
    assert [comment.get(f"{W}{name}") for name in ("author", "initials", "date")] == [
        "Anne Lund",
        "AL",
        "2026-01-02T03:04:05Z",
    ]


# Tracked changes


def test_a_change_replaces_only_the_words_that_differ(make_docx: MakeDocx) -> None:
    original = make_docx(body=p(r("Du skal sende det straks til os.")))
    data = reviewed(original, "sende det straks til", mode="changes", new="sende det gerne til")
    removed = "".join(e.text or "" for e in part(data).iter(f"{W}delText"))
    added = "".join(e.text or "" for e in part(data).iterfind(f".//{W}ins//{W}t"))
    assert (removed, added) == ("straks", "gerne")


def test_a_change_keeps_the_format_of_what_it_replaces(make_docx: MakeDocx) -> None:
    original = make_docx(body=p(r("Du "), r("straks", "<w:rPr><w:i/></w:rPr>")))
    data = reviewed(original, "straks", mode="changes", new="gerne")
    assert part(data).find(f".//{W}ins/{W}r/{W}rPr/{W}i") is not None


def test_a_rewrite_that_cannot_be_put_in_place_becomes_a_comment(make_docx: MakeDocx) -> None:
    link = f'<w:hyperlink w:anchor="x">{r("straks")}</w:hyperlink>'
    data = reviewed(make_docx(body=p(r("Du "), link)), "straks", mode="changes", new="gerne")
    assert part(data).find(f".//{W}ins") is None
    assert len(comment_texts(data)) == 1


def test_changes_and_comments_may_stand_together(make_docx: MakeDocx) -> None:
    original = make_docx(body=p(r("Du skal straks svare")))
    data = reviewed(original, "straks", mode="both", new="gerne")
    assert "Forslaget står som en ændring i teksten." in comment_texts(data)[1]
    assert texts(data) == ["Du skal gerne svare"]


# What is left alone


def test_parts_that_nothing_is_written_in_stay_byte_for_byte(make_docx: MakeDocx) -> None:
    original = make_docx(
        body=p(r("Du skal straks")),
        styles="<w:style w:type='paragraph' w:styleId='X'/>",
        raw={"word/vbaProject.bin": b"\x00\x01", "word/media/a.png": b"\x89PNG"},
        kind="docm",
    )
    data = reviewed(original, "straks", mode="both", new="gerne")
    before, after = zipfile.ZipFile(BytesIO(original)), zipfile.ZipFile(BytesIO(data))
    written = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    for name in set(before.namelist()) - written:
        assert before.read(name) == after.read(name)
    assert set(after.namelist()) - set(before.namelist()) == {"word/comments.xml"}


def test_other_people_s_comments_and_changes_stay(make_docx: MakeDocx) -> None:
    theirs = f'<w:comment w:id="3" w:author="Bo">{p(r("Er det rigtigt?"))}</w:comment>'
    body = p(
        '<w:commentRangeStart w:id="3"/>',
        r("Du skal straks"),
        '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>',
        f'<w:ins w:id="8" w:author="Bo">{r(" svare")}</w:ins>',
    )
    data = reviewed(make_docx(body=body, comments=theirs), "straks", mode="both", new="gerne")
    assert comment_texts(data)[0] == "Er det rigtigt?"
    ids = [comment.get(f"{W}id") for comment in part(data, "word/comments.xml")]
    assert ids == ["3", "4", "5"]
    changes = [e.get(f"{W}id") for e in part(data).iter(f"{W}ins", f"{W}del")]
    assert len(changes) == len(set(changes)) == 3


def test_a_second_run_replaces_our_comments_and_leaves_people_s(make_docx: MakeDocx) -> None:
    theirs = f'<w:comment w:id="0" w:author="traek">{p(r("Jeg hedder også traek"))}</w:comment>'
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    original = make_docx(body=p(r("Du skal straks"), reference), comments=theirs)
    once = reviewed(original, "straks")
    twice = reviewed(once, "straks")
    assert comment_texts(twice) == comment_texts(once)
    assert len(list(part(twice).iter(f"{W}commentReference"))) == 3


def test_our_comment_stays_where_somebody_has_answered_it(make_docx: MakeDocx) -> None:
    space = "http://schemas.microsoft.com/office/word/2012/wordml"
    ours = f'<w:comment w:id="0"><w:p w14:paraId="0000000A">{r("traek · a/b")}</w:p></w:comment>'
    answer = f'<w:comment w:id="1"><w:p w14:paraId="0000000B">{r("Enig")}</w:p></w:comment>'
    original = make_docx(
        body=p(r("Du skal")),
        comments=ours + answer,
        relations='<Relationship Id="x" Type="http://y/commentsExtended" Target="ext.xml"/>',
        raw={
            "word/ext.xml": f'<x:commentsEx xmlns:x="{space}"><x:commentEx x:paraId="0000000B" '
            'x:paraIdParent="0000000A"/></x:commentsEx>'
        },
    )
    assert clean(original, "b.docx") == original


def test_clean_takes_away_what_review_wrote(make_docx: MakeDocx) -> None:
    original = make_docx(body=p(r("Du skal straks svare"), '<w:bookmarkEnd w:id="1"/>'))
    data = clean(reviewed(original, "straks", mode="both", new="gerne"), "b.docx")
    assert texts(data) == ["Du skal straks svare"]
    root = part(data)
    assert not list(root.iter(f"{W}ins", f"{W}del", f"{W}commentReference", f"{W}commentRangeEnd"))
    assert comment_texts(data) == []


def test_clean_leaves_the_changes_of_a_person(make_docx: MakeDocx) -> None:
    data = make_docx(body=p(r("Du "), f'<w:ins w:id="1" w:author="Anne">{r("skal")}</w:ins>'))
    assert clean(data, "b.docx", author="Anne") == data


def test_a_file_that_was_edited_meanwhile_is_refused(make_docx: MakeDocx) -> None:
    report = report_of(read_document(make_docx(body=p(r("Du skal"))), "brev.docx"), [])
    with pytest.raises(DocumentError, match="ændret, siden den blev læst"):
        review(make_docx(body=p(r("Du kan"))), report)


# Properties

WORDS = st.sampled_from(["Du ", "skal ", "straks", "ø", "\u00a0", " svare.", "én", "😀", "&amp;"])
PROPERTIES = st.sampled_from(["", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:sz w:val="30"/></w:rPr>'])
PLAIN = st.builds(r, WORDS, PROPERTIES)
SPECIAL = st.sampled_from(
    [
        "<w:r><w:tab/></w:r>",
        '<w:r><w:t xml:space="preserve">a</w:t><w:br/><w:t>b</w:t></w:r>',
        f'<w:hyperlink w:anchor="x">{r("link")}</w:hyperlink>',
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r('felt')}</w:sdtContent></w:sdt>",
        f'<w:ins w:id="1" w:author="Bo">{r("nyt")}</w:ins>',
        '<w:del w:id="2" w:author="Bo"><w:r><w:delText>væk</w:delText></w:r></w:del>',
        '<w:bookmarkStart w:id="3" w:name="m"/>',
        '<w:bookmarkEnd w:id="3"/>',
        '<w:proofErr w:type="spellStart"/>',
        '<w:r><w:footnoteReference w:id="4"/></w:r>',
        (
            f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("svar")}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
    ]
)
PARAGRAPH = st.lists(st.one_of(PLAIN, PLAIN, SPECIAL), max_size=6).map(lambda parts: p(*parts))
TABLE = PARAGRAPH.map(lambda inner: f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>")
BODY = st.lists(st.one_of(PARAGRAPH, PARAGRAPH, TABLE), min_size=1, max_size=5).map("".join)


@st.composite
def letters_with_findings(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, int, str]]]:
    """A body, and (which block, from, to, new text) as shares that fit any text."""
    body = draw(BODY)
    places = st.tuples(
        st.integers(0, 20),
        st.integers(0, 30),
        st.integers(1, 12),
        st.sampled_from(["kan", "", "a\tb"]),
    )
    return body, draw(st.lists(places, max_size=6))


def placed(document: Document, places: Sequence[tuple[int, int, int, str]]) -> list[Finding]:
    """The findings at these places, no two of which overlap."""
    found: list[Finding] = []
    for which, first, length, new in places:
        block = document.blocks[which % len(document.blocks)] if document.blocks else None
        if block is None:
            break
        start = first % len(block.text)
        end = min(start + length, len(block.text))
        taken = [f.span for f in found if f.block == block.number and f.span is not None]
        if all(end <= span.start or start >= span.end for span in taken):
            found.append(finding(block.number, start, end, block.text[start:end], new))
    return sorted(found, key=lambda each: (each.block or 0, each.span or Span(0, 0)))


def put_in_place(data: bytes, findings: Sequence[Finding], mode: Mode) -> list[Finding]:
    """The findings whose rewrite stands in the text: the comments tell which do not."""
    has_comments = "word/comments.xml" in zipfile.ZipFile(BytesIO(data)).namelist()
    comments = comment_texts(data) if has_comments else []
    if mode == "both":
        comments = [text for text in comments if "som en ændring i teksten" not in text]
    left = {text.rsplit("\n", 1)[-1].removeprefix("traek · ") for text in comments}
    return [each for each in findings if mode != "comments" and each.rule not in left]


@settings(max_examples=200, deadline=None)
@given(letters_with_findings(), st.sampled_from(["comments", "changes", "both"]))
def test_accepting_gives_the_rewrites_and_rejecting_gives_the_letter(
    make_docx: MakeDocx, letter: tuple[str, list[tuple[int, int, int, str]]], mode: Mode
) -> None:
    body, places = letter
    # A caseworker's own changes are accepted first, so that only ours are left to decide.
    original = with_changes(make_docx(body=body), accepted=True)
    document = read_document(original, "b.docx")
    findings = [
        replace(each, rule=f"prøve/{at}") for at, each in enumerate(placed(document, places))
    ]
    data = review(original, report_of(document, findings), mode=mode, date=DATE)
    assert texts(with_changes(data, accepted=False)) == texts(original)
    expected = []
    changed = put_in_place(data, findings, mode)
    for block in document.blocks:
        text = block.text
        for each in reversed([each for each in changed if each.block == block.number]):
            assert each.span is not None
            new = each.suggestions[0].replacement or ""
            text = text[: each.span.start] + new + text[each.span.end :]
        expected.append(text)
    assert texts(with_changes(data, accepted=True)) == [text for text in expected if text.strip()]


@settings(max_examples=100, deadline=None)
@given(st.lists(PLAIN, min_size=1, max_size=6), st.data())
def test_in_plain_text_every_rewrite_is_put_in_place(
    make_docx: MakeDocx, runs: list[str], draw: st.DataObject
) -> None:
    original = make_docx(body=p(r("A"), *runs, r("Z")))
    document = read_document(original, "b.docx")
    (block,) = document.blocks
    edges = draw.draw(
        st.lists(st.integers(0, len(block.text)), min_size=2, max_size=8, unique=True).map(sorted)
    )
    new = draw.draw(st.lists(st.sampled_from(["kan", "x y", "", "A"]), min_size=4, max_size=4))
    findings = [
        finding(1, start, end, block.text[start:end], text)
        for start, end, text in zip(edges[::2], edges[1::2], new, strict=False)
    ]
    data = review(original, report_of(document, findings), mode="both", date=DATE)
    expected = block.text
    for each in reversed(findings):
        assert each.span is not None
        text = each.suggestions[0].replacement or ""
        expected = expected[: each.span.start] + text + expected[each.span.end :]
    assert texts(with_changes(data, accepted=False)) == [block.text]
    assert texts(with_changes(data, accepted=True)) == ([expected] if expected.strip() else [])
    assert texts(clean(data, "b.docx")) == [block.text]


@settings(max_examples=100, deadline=None)
@given(letters_with_findings(), st.sampled_from(["comments", "both"]))
def test_paragraphs_without_findings_keep_their_xml(
    make_docx: MakeDocx, letter: tuple[str, list[tuple[int, int, int, str]]], mode: Mode
) -> None:
    body, places = letter
    original = make_docx(body=p(r("Første")) + body)
    document = read_document(original, "b.docx")
    findings = placed(document, places)
    data = review(original, report_of(document, findings), mode=mode, date=DATE)
    before, after = (list(part(each).iter(f"{W}p")) for each in (original, data))
    assert len(before) == len(after)
    touched = {0} | {
        stretch[1]
        for each in findings
        for stretch in document.blocks[(each.block or 1) - 1].locator.stretches  # type: ignore[attr-defined]
    }
    for at, (old, new) in enumerate(zip(before, after, strict=True)):
        if at not in touched:
            assert etree.tostring(old, method="c14n") == etree.tostring(new, method="c14n")


# Files made in other ways


def test_a_strict_file_gets_strict_comments(make_docx: MakeDocx) -> None:
    data = reviewed(make_docx(body=p(r("Du skal straks")), strict=True), "straks")
    space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    comments = part(data, "word/comments.xml")
    assert {etree.QName(element).namespace for element in comments.iter()} == {space}
    relations = zipfile.ZipFile(BytesIO(data)).read("word/_rels/document.xml.rels").decode()
    assert "http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in relations
    assert len(list(part(data).iter(f"{{{space}}}commentReference"))) == 2
    assert texts(clean(data, "b.docx")) == ["Du skal straks"]


def test_a_file_without_the_usual_prefix_is_written_in_its_own_way(
    make_docx: MakeDocx, make_zip: MakeDocx
) -> None:
    data = make_docx(body=p(r("Du skal straks")))
    archive = zipfile.ZipFile(BytesIO(data))
    files = {name: archive.read(name) for name in archive.namelist()}
    xml = files["word/document.xml"].decode().replace("<w:", "<").replace("</w:", "</")
    files["word/document.xml"] = (
        xml.replace("xmlns:w=", "xmlns=").replace('"UTF-8"', '"UTF-16"').encode("utf-16")
    )
    written = reviewed(make_zip(files), "straks", mode="both", new="gerne")
    assert texts(with_changes(written, accepted=False)) == ["Du skal straks"]
    assert marked_text(written) == ["", "straksgerne"]


def test_a_comment_in_a_text_box_stands_in_the_copy_that_is_shown(make_docx: MakeDocx) -> None:
    box = "<w:txbxContent>{}</w:txbxContent>".format(p(r("Du skal straks")))
    inner = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    original = make_docx(body=p(r("Kære"), f"<w:r>{inner}</w:r>"))
    data = reviewed(original, "straks", mode="both", new="gerne")
    assert marked_text(data) == ["", "straks"]
    assert part(data).find(f".//{W}ins") is None
    assert texts(data) == ["Kære", "Du skal straks"]


def test_a_finding_over_a_deleted_paragraph_mark_is_commented_and_not_changed(
    make_docx: MakeDocx,
) -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="Bo"/></w:rPr></w:pPr>'
    original = make_docx(body=p(mark, r("Du skal ")) + p(r("straks svare")))
    data = reviewed(original, "skal straks", mode="both", new="kan")
    assert marked_text(data) == ["", "skal straks"]
    assert part(data).find(f".//{W}ins") is None


def test_five_hundred_comments_are_written(make_docx: MakeDocx) -> None:
    original = make_docx(body=p(r("Du skal straks svare os.")) * 500)
    document = read_document(original, "b.docx")
    findings = [finding(block.number, 3, 14) for block in document.blocks]
    data = review(original, report_of(document, findings), date=DATE)
    assert len(comment_texts(data)) == 501
    assert marked_text(data)[1:] == ["skal straks"] * 500


def test_an_insertion_right_after_a_change_stands_outside_it(make_docx: MakeDocx) -> None:
    original = make_docx(body=p(r("straks svare os")))
    document = read_document(original, "b.docx")
    findings = [finding(1, 0, 6, "straks", "gerne"), finding(1, 6, 12, " svare", ", ja svare")]
    data = review(original, report_of(document, findings), mode="both", date=DATE)
    assert texts(with_changes(data, accepted=True)) == ["gerne, ja svare os"]
    assert texts(with_changes(data, accepted=False)) == ["straks svare os"]
    assert not part(data).findall(f".//{W}del//{W}ins")


def test_spaces_at_a_cut_are_kept(make_docx: MakeDocx) -> None:
    original = make_docx(body=p("<w:r><w:t>Du skal straks svare</w:t></w:r>"))
    data = reviewed(original, "straks", mode="both", new="gerne")
    preserve = {
        element.get("{http://www.w3.org/XML/1998/namespace}space")
        for element in part(data).iter(f"{W}t", f"{W}delText")
    }
    assert preserve == {"preserve"}


def test_one_new_sentence_for_two_findings_is_put_in_place_once(make_docx: MakeDocx) -> None:
    text = "Du skal straks bare komme."
    data = make_docx(p(r(text)))
    document = read_document(data, "brev.docx")
    whole = Suggestion("Skriv det roligt.", "Du skal gerne komme.", Span(0, len(text)))
    found = [replace(find(document, quote), suggestions=(whole,)) for quote in ("straks", "bare")]
    written = review(data, report_of(document, found), mode="both", date=DATE)
    assert ["".join(map(str, each.itertext())) for each in part(written).iter(f"{W}ins")] == [
        "gerne"
    ]
    told = [text for text in comment_texts(written) if "prøve/regel" in text]
    assert [text.count("Forslaget står som en ændring i teksten.") for text in told] == [1, 1]


def test_a_sentence_is_not_struck_out_unasked(make_docx: MakeDocx) -> None:
    text = "Andre klarer det jo fint."
    data = make_docx(p(r(text)))
    document = read_document(data, "brev.docx")
    drop = Suggestion("Skriv det roligt.", "", Span(0, len(text)))
    found = [replace(find(document, "Andre"), suggestions=(drop,))]
    written = review(data, report_of(document, found), mode="changes", date=DATE)
    assert not list(part(written).iter(f"{W}del"))
    assert "kan udgå, hvis læseren ikke vil savne det" in comment_texts(written)[0]
