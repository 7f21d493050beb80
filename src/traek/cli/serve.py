"""`traek serve`: the page that a letter is written on, for this machine alone."""

from __future__ import annotations

import os
import re
import secrets
import webbrowser
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import click

from traek.cli.options import chosen, config_option, selection_options
from traek.cli.output import say
from traek.cli.workshop import Workshop
from traek.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from traek.audit import Library
    from traek.web.bench import Bench

KEY = "TRAEK_TOKEN"
_LEAST_KEY = 20
_REMEMBERED = 8000  # sentences: the longest letter there is room for, and little of a day's typing
_HIGHEST_PORT = 65535


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, _HIGHEST_PORT),
    default=0,
    metavar="NUMBER",
    help="The port on this machine; a free one without.",
)
@click.option("--no-open", is_flag=True, help="Do not open the page in the browser.")
@click.option(
    "--idle",
    type=click.FloatRange(0, min_open=True),
    metavar="MINUTES",
    help="Stop by itself when nobody has used the page for so long.",
)
@click.option(
    "--api",
    is_flag=True,
    help="Let other programs on this machine ask too, and show at /api how they do.",
)
@click.option(
    "--report",
    metavar="FOLDER",
    help="Show the templates of an audit too; the folder from traek audit --out.",
)
@selection_options
@config_option
def command(**options: Any) -> int:
    """Open a page that reads along while you write.

    It runs on this machine alone and keeps nothing. Stop it with Ctrl-C. The key in its address is
    new at every start, unless TRAEK_TOKEN holds one.
    """
    try:
        from traek.web.bench import Bench  # noqa: PLC0415  the extra `serve` may be missing
        from traek.web.server import Choices, run  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise SettingsError(
            'Siden kræver en ekstra pakke, som ikke er installeret. Skriv pip install "traek[serve]".'
        ) from error
    bench = _bench(Bench, options)
    choices = Choices(
        _key(),
        options["port"],
        options["idle"],
        programs=options["api"],
        library=_library(options["report"]),
    )
    try:
        idle = run(bench, choices, _ready(opens=not options["no_open"], api=options["api"]))
    except KeyboardInterrupt:
        idle = False
    say("Siden er lukket, fordi ingen har brugt den længe." if idle else "Siden er lukket.")
    return 0


def _bench(make: type[Bench], options: dict[str, Any]) -> Bench:
    """The engine and the settings that hold in the current folder."""
    workshop = Workshop(options["config"], chosen(options), memory=_REMEMBERED)
    settings = workshop.settings_for(".")
    return make(workshop.engine_for(settings), workshop.plugins.loaders, settings)


def _library(report: str | None) -> Library | None:
    """The audit in the folder of its report."""
    if report is None:
        return None
    from traek.audit import Library  # noqa: PLC0415  where one is asked for
    from traek.audit.survey import data_in  # noqa: PLC0415

    return Library.open(data_in(Path(report)))


def _key() -> str:
    """The key in the page's address: random, or the one that another program knows."""
    given = os.environ.get(KEY)
    if given is None:
        return secrets.token_urlsafe(24)
    if re.fullmatch(rf"[\w-]{{{_LEAST_KEY},}}", given, re.ASCII) is None:
        raise SettingsError(
            f"{KEY} skal være mindst {_LEAST_KEY} tegn og kun bestå af bogstaver (a-z), tal, - og _. "
            "Vælg en anden, eller fjern den, så laver traek en nøgle."
        )
    return given


def _ready(*, opens: bool, api: bool) -> Callable[[str], None]:
    def tell(address: str) -> None:
        say(f"Siden er klar: {address}")
        if api:
            say(f"Andre programmer kan læse på {address.partition('#')[0]}api, hvordan de spørger.")
        say("Den kan kun ses på denne maskine og gemmer intet. Tryk Ctrl-C for at lukke den.")
        if opens:  # a browser in the terminal would hold everything up
            Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    return tell
