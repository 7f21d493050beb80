"""Personal data out of a text that others will read: `[navn]`, `[cpr]`, `[telefon]`, `[adresse]`.

    masked("Kære Lise Holm, ring på 12 34 56 78").text      ->  "Kære [navn], ring på [telefon]"
    masked(block.text, names=names_in(all_texts))           a name from the greeting, anywhere
    masked_report(report)                                   a whole report, fit to be passed on

Labels are shorter or longer than what they stand for; `Masked.span` moves a span along. Law
references, dates, amounts and the names of authorities stay. Masking is a help, not a promise:
what nothing in the letter gives away as a name stays as well.
"""

from traek.masking.names import names_in
from traek.masking.report import masked_document, masked_report
from traek.masking.text import Label, Masked, masked

__all__ = ["Label", "Masked", "masked", "masked_document", "masked_report", "names_in"]
