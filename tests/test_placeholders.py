"""Gaps that are typed in the text."""

from traek.placeholders import typed_placeholders


def gaps(text: str) -> list[str]:
    return [text[start:end] for start, end in typed_placeholders(text)]


def test_a_merge_field_is_a_gap() -> None:
    assert gaps("Kære «Fornavn» [dato] {{navn}} <<navn>> ____") == [
        "«Fornavn»",
        "[dato]",
        "{{navn}}",
        "<<navn>>",
        "____",
    ]


def test_what_stands_between_two_quotations_is_none() -> None:
    assert gaps("Du skriver »nok er rykket«, og at der er »langt ned«.") == []


def test_a_quotation_and_a_merge_field_are_told_apart() -> None:
    assert gaps("Du skriver »ring nu« til «Navn».") == ["«Navn»"]
