"""The 52 categories of marker, their Danish names and the side of the Firkant each stands on.

The sides are our own reading of the method; see `docs/method.md`.
"""

from __future__ import annotations

from typing import NamedTuple

from traek.model import Effect, Side


class Category(NamedTuple):
    """A kind of marker: its Danish name and its side."""

    name: str
    side: Side


_K, _F, _S, _V = Side.KONTAKT, Side.FORSTÅ, Side.SAG, Side.VIDERE

CATEGORIES: dict[str, Category] = {
    "E01": Category("Skyld og bebrejdelse", _F),
    "E02": Category("Forudsat fejl", _F),
    "E03": Category("Du-angreb", _F),
    "E04": Category("Mistillid og mistænkeliggørelse", _F),
    "E05": Category("Nedladende og belærende tone", _K),
    "E06": Category("Ikke-undskyldning", _F),
    "E07": Category("»Men« efter anerkendelse", _F),
    "E08": Category("Skjult afsender", _K),
    "E09": Category("Passiv uden ansvarlig", _S),
    "E10": Category("Ordrer og påbudstone", _S),
    "E11": Category("Trussel og uklar konsekvens", _V),
    "E12": Category("Absolutte ord", _F),
    "E13": Category("Minimering", _F),
    "E14": Category("Gentagelsesbebrejdelse", _F),
    "E15": Category("Lukning af dialog", _V),
    "E16": Category("Forsvar og bortforklaring", _F),
    "E17": Category("Regler som skjold", _S),
    "E18": Category("Kancellistil og afstandssprog", _K),
    "E19": Category("Vaghed om tid og handling", _V),
    "E20": Category("Kold eller manglende åbning", _K),
    "E21": Category("Manglende kontakt og næste skridt", _V),
    "E22": Category("Råb: store bogstaver og udråbstegn", _K),
    "E23": Category("Citationstegn og »såkaldt« som afstand", _F),
    "E24": Category("Ironi og sarkasme", _K),
    "E25": Category("Nægtelser uden vej videre", _S),
    "E26": Category("Tom empati og følelsesdiktat", _F),
    "E27": Category("Tillagte motiver", _F),
    "E28": Category("Etikettering af borgeren", _K),
    "E29": Category("Retoriske og ledende spørgsmål", _F),
    "E30": Category("Ansvarsforskydning", _V),
    "E31": Category("Rutinebeklagelse", _K),
    "E32": Category("Uopfordrede råd og formaninger", _F),
    "E33": Category("Sammenligning og moralsk pres", _F),
    "D01": Category("Venlig åbning", _K),
    "D02": Category("Formålet først", _K),
    "D03": Category("Opsummering og spejling", _F),
    "D04": Category("Anerkendelse af oplevelsen", _F),
    "D05": Category("Konkret undskyldning", _F),
    "D06": Category("Forklaring af hvorfor", _S),
    "D07": Category("Klart svar", _S),
    "D08": Category("Synlig afsender", _K),
    "D09": Category("Valg og indflydelse", _V),
    "D10": Category("Invitation og åbne spørgsmål", _F),
    "D11": Category("Næste skridt med dato", _V),
    "D12": Category("Tydelig kontakt", _V),
    "D13": Category("Formodning om god vilje", _F),
    "D14": Category("Nuancer og forbehold i vurderingen", _F),
    "D15": Category("Fælles mål og enighed", _F),
    "D16": Category("Neutral konstatering", _S),
    "D17": Category("Respektfuld oplysning om konsekvens", _V),
    "D18": Category("Rettigheder og hjælp", _V),
    "D19": Category("Venlig afslutning", _V),
}

LAWS = tuple(f"L{number:02}" for number in range(1, 26))
"""The rows of wording that the law asks for."""


def effect_of(category: str) -> Effect:
    """The effect that a category has by its letter."""
    return Effect.ESCALATES if category.startswith("E") else Effect.DEESCALATES
