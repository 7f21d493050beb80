"""What each side of the Firkant asks for, in a few Danish words, in either situation."""

from __future__ import annotations

from traek.model import Side, Situation

ASKS = {
    Situation.SVAR: {
        Side.KONTAKT: "en hilsen, en tak, og hvad brevet svarer på",
        Side.FORSTÅ: "læserens ærinde gengivet, og det, der er svært, anerkendt",
        Side.SAG: "et klart svar med en grund i almindelige ord",
        Side.VIDERE: "hvem der gør hvad hvornår, og hvem man kan ringe til",
    },
    Situation.SKRIV_UD: {
        Side.KONTAKT: "en hilsen, og hvorfor du skriver",
        Side.FORSTÅ: "god vilje og plads til læserens eget billede",
        Side.SAG: "fakta, krav og grunde uden bebrejdelse",
        Side.VIDERE: "frist, muligheder, hjælp og kontakt",
    },
}
