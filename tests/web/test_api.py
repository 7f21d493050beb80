"""What other programs on the machine are answered, where the page was started with --api."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import httpx
import jsonschema
import pytest

if TYPE_CHECKING:
    from tests.web.conftest import Served

SCHEMA = json.loads((files("traek.reporters") / "schema-1.json").read_bytes())


def test_a_letter_is_answered_by_schema_1(served_api: Served) -> None:
    letter = "🙂 Såfremt du flytter, er det fint.".encode()
    answer = served_api.ask("api/check?situation=skriv-ud&genre=varsel", letter, Origin="")
    assert answer.status_code == 200
    run = answer.json()
    jsonschema.validate(run, SCHEMA)
    (document,) = run["documents"]
    assert (document["situation"], document["genre"]) == ("skriv-ud", "varsel")
    found = next(each for each in document["findings"] if each["quote"] == "Såfremt")
    assert (found["start"], found["end"]) == (2, 9)


def test_the_name_says_how_a_letter_is_read(served_api: Served) -> None:
    answer = served_api.ask("api/check", b"# Afslag\n\nHej", Origin="", X_Traek_Name="br%C3%A9v.md")
    assert answer.json()["documents"][0]["path"] == "brév.md"
    refused = served_api.ask("api/check", b"PK", Origin="", X_Traek_Name="brev.docx")
    assert refused.status_code == 422
    assert "brev.docx" in refused.json()["error"]


def test_programs_need_the_key_and_no_foreign_page_gets_in(served_api: Served) -> None:
    assert served_api.ask("api/check", b"Hej", Origin="", X_Traek_Token="").status_code == 403
    assert served_api.ask("api/check", b"Hej", Origin="http://evil.example").status_code == 403


def test_an_unknown_situation_is_refused(served_api: Served) -> None:
    answer = served_api.ask("api/check?situation=ferie", b"Hej", Origin="")
    assert answer.status_code == 400
    assert "svar" in answer.json()["error"]


def test_the_page_for_programmers_has_the_key_s_place_but_not_the_key(served_api: Served) -> None:
    answer = httpx.get(served_api.root + "api", timeout=30)
    assert "X-Traek-Token" in answer.text
    assert served_api.key not in answer.text
    assert "Såfremt" in answer.text
    assert httpx.get(served_api.root + "api/schema").json() == SCHEMA


@pytest.mark.parametrize("path", ["api", "api/schema"])
def test_without_api_there_is_no_such_page(served: Served, path: str) -> None:
    assert httpx.get(served.root + path).status_code == 404
