"""Who is let in: this machine's own page with its key, and nobody else."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from tests.web.conftest import Served

LETTER: dict[str, object] = {"text": "Du har undladt at oplyse, at du er flyttet."}


def test_our_own_page_is_answered(served: Served) -> None:
    answer = served.ask("check", LETTER).json()
    assert [finding["quote"] for finding in answer["findings"] if finding["quote"]]


def test_the_page_holds_no_key_and_allows_nothing_from_elsewhere(served: Served) -> None:
    answer = httpx.get(served.root)
    assert served.key not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "server" not in answer.headers


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:1", ""])
def test_a_foreign_host_is_refused(served: Served, host: str) -> None:
    answer = httpx.get(served.root, headers={"Host": host})
    assert answer.status_code == 421
    assert "traek serve" in answer.json()["error"]


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
def test_a_foreign_origin_is_refused_though_it_has_the_key(served: Served, origin: str) -> None:
    assert served.ask("check", LETTER, Origin=origin).status_code == 403


def test_a_question_without_origin_is_refused(served: Served) -> None:
    answer = served.ask("check", LETTER, Origin="")
    assert answer.status_code == 403
    assert "--api" in answer.json()["error"]


@pytest.mark.parametrize("key", ["", "forkert", "traek"])
def test_a_question_without_the_key_is_refused(served: Served, key: str) -> None:
    for path in ("check", "read"):
        answer = served.ask(path, LETTER, X_Traek_Token=key)
        assert answer.status_code == 403, path


def test_a_body_that_says_it_is_too_large_is_refused_before_it_is_sent(served: Served) -> None:
    host = served.root.removeprefix("http://").rstrip("/")
    head = (
        f"POST /check HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
        f"X-Traek-Token: {served.key}\r\nContent-Length: 30000000\r\n\r\n"
    )
    name, _, port = host.partition(":")
    with socket.create_connection((name, int(port)), timeout=20) as door:
        door.sendall(head.encode())
        answer = ""
        while "MB" not in answer and (more := door.recv(4000)):
            answer += more.decode()
    assert answer.startswith("HTTP/1.1 413")
    assert "25 MB" in answer


def test_a_body_that_grows_too_large_is_refused(served: Served) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(27):
            yield bytes(1_000_000)

    origin = served.root.rstrip("/")
    answer = httpx.post(
        served.root + "read",
        content=chunks(),
        headers={"Origin": origin, "X-Traek-Token": served.key},
        timeout=60,
    )
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{", b"{}", b'{"text": 7}', b'{"text": "x", "genre": "roman"}', b"\xff\xfe"],
)
def test_what_our_page_never_sends_is_refused_in_words(served: Served, body: bytes) -> None:
    answer = served.ask("check", body)
    assert answer.status_code == 400
    assert answer.json()["error"]


@pytest.mark.parametrize("shape", [[1], [{}], "x", [{"text": "a", "kind": "vers"}]])
def test_a_shape_that_is_none_is_refused(served: Served, shape: object) -> None:
    answer = served.ask("check", {"text": "Kære Anne", "shape": shape})
    assert answer.status_code == 400


def test_other_paths_and_ways_of_asking_lead_nowhere(served: Served) -> None:
    assert httpx.get(served.root + "docs").status_code == 404
    assert httpx.get(served.root + "check").status_code == 404
    assert served.ask("", b"").status_code == 404


def test_it_is_bound_to_this_machine_alone(served: Served) -> None:
    port = int(served.root.rsplit(":", 1)[1].rstrip("/"))
    with socket.socket() as door, pytest.raises(OSError, match="in use"):
        door.bind(("127.0.0.1", port))
    with socket.socket() as door:
        door.bind(("127.0.0.2", port))  # taken too, had it been bound to every address


def test_ctrl_c_closes_it_and_nothing_was_said_of_the_letter(
    serving: Callable[..., Served],
) -> None:
    served = serving()
    assert served.ask("check", LETTER).status_code == 200
    code, said = served.stop()
    assert code == 0
    assert said.strip().endswith("Siden er lukket.")
    assert "undladt" not in said


def test_whoever_goes_in_the_middle_of_a_question_leaves_no_trace(
    serving: Callable[..., Served],
) -> None:
    served = serving()
    host = served.root.removeprefix("http://").rstrip("/")
    head = (
        f"POST /read HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
        f"X-Traek-Token: {served.key}\r\nContent-Length: 5000\r\n\r\nDu har undladt"
    )
    name, _, port = host.partition(":")
    with socket.create_connection((name, int(port)), timeout=20) as door:
        door.sendall(head.encode())
    assert served.ask("check", LETTER).status_code == 200
    code, said = served.stop()
    assert code == 0
    assert len(said.splitlines()) <= 2  # the first may have come along with the address


def test_nothing_is_written_on_the_disk(serving: Callable[..., Served], tmp_path: Path) -> None:
    served = serving(folder=tmp_path)
    large = b"Du har undladt at svare. " * 100_000
    assert served.ask("read", large, X_Traek_Name="brev.txt").status_code == 422
    assert served.ask("read", large[:200_000], X_Traek_Name="brev.txt").status_code == 200
    assert served.ask("check", LETTER).status_code == 200
    held = [
        link
        for link in Path(f"/proc/{served.process.pid}/fd").glob("*")
        if link.exists() and link.resolve().is_file() and str(tmp_path) in str(link.resolve())
    ]
    assert (held, list(tmp_path.iterdir())) == ([], [])


def test_it_stops_by_itself_when_nobody_asks(serving: Callable[..., Served]) -> None:
    served = serving("--idle", "0.02")
    started = time.monotonic()
    assert served.process.wait(timeout=20) == 0
    assert time.monotonic() - started < 15
    assert "ingen har brugt den længe" in served.stop()[1]


def test_a_port_that_is_taken_is_named_with_a_way_out(serving: Callable[..., Served]) -> None:
    first = serving()
    port = first.root.rsplit(":", 1)[1].rstrip("/")
    with pytest.raises(AssertionError, match=r"optaget.*--port"):
        serving("--port", port)
