"""`kunskapsbank lankar` lists addresses that no longer answer and never counts them as errors."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from macros.checks import gather
from macros.cli import main
from macros.contribute import external_links
from macros.contribute.external_links import addresses, archived, dead, fetch, report
from macros.loading.link_results import Tried, read_results
from macros.loading.load import load
from macros.pages.lists import source_pages
from tests.cases import TODAY, small_site


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/")))
        self.send_header("Content-Length", "1")
        self.end_headers()
        self.wfile.write(b"x")

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_address[1]}"
        listening.shutdown()


@pytest.mark.parametrize(
    ("code", "reason"), [(200, ""), (404, "svarade 404"), (410, "svarade 410"), (403, ""), (500, "svarade 500")]
)
def test_answer_tells_whether_the_page_is_there(code: int, reason: str, server: str) -> None:
    assert fetch(f"{server}/{code}") == reason


def test_no_answer_is_told(server: str) -> None:
    port = int(server.rsplit(":", 1)[1])
    assert fetch(f"http://127.0.0.1:{1 if port != 1 else 2}/") == "svarade inte"
    assert fetch("http://127.0.0.1:99999/") == "svarade inte"


def test_every_address_is_asked_once_and_dead_ones_named_with_their_files(tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    found = addresses(gather(root, root / "data", TODAY))
    asked: list[str] = []

    def gone(address: str) -> str:
        asked.append(address)
        return "svarade 404" if address.endswith("/ett") else ""

    told = report(dead(found, gone), len(found))
    assert sorted(asked) == sorted(found)
    assert told.startswith("1 av 3 externa adresser svarar inte.")
    assert "- https://www.example.org/ett – svarade 404 (`data/kallor/kalla-ett.yml`)" in told


def test_dead_links_are_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_site(tmp_path / "site")
    monkeypatch.setenv("KUNSKAPSBANK_DATA", str(root / "data"))
    monkeypatch.setattr("macros.cli.lankar.fetch", lambda _: "svarade 404")
    assert main(["lankar"]) == 0
    assert "3 av 3" in capsys.readouterr().out
    assert external_links.SECONDS < 60


def test_the_result_is_kept_as_data_and_told_on_the_page_of_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_site(tmp_path / "site")
    data = root / "data"
    monkeypatch.setenv("KUNSKAPSBANK_DATA", str(data))
    monkeypatch.setattr("macros.cli.lankar.fetch", lambda address: "svarade 404" if address.endswith("/ett") else "")
    assert main(["lankar"]) == 0
    assert not (data / "lankar.json").exists()
    assert main(["lankar", "--spara"]) == 0
    capsys.readouterr()
    tried = read_results(data)
    assert {address: each.fault for address, each in tried.items()} == {
        address: "svarade 404" if address.endswith("/ett") else "" for address in addresses(gather(root, data, TODAY))
    }
    bank = load(data).bank
    assert bank is not None
    (shown,) = source_pages(
        bank,
        dict.fromkeys(bank.kalla, ()),
        {address: Tried("2026-11-27", each.fault) for address, each in tried.items()},
    )
    assert "Länken prövades senast 27 november 2026 och svarade 404." in shown.body
    answered = {address: Tried("2026-11-27") for address in tried}
    (answering,) = source_pages(bank, dict.fromkeys(bank.kalla, ()), answered)
    assert "Länken prövades senast 27 november 2026." in answering.body
    assert "Länken prövades" not in source_pages(bank, dict.fromkeys(bank.kalla, ()))[0].body


def test_a_dead_link_is_told_with_its_saved_copy(tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    source = root / "data" / "kallor" / "kalla-ett.yml"
    source.write_text(source.read_text("utf-8") + "arkiv: https://arkiv.example.org/ett\n", "utf-8")
    material = gather(root, root / "data", TODAY)
    found = addresses(material)
    told = report(dead(found, lambda _: "svarade 404"), len(found), archived(material))
    assert told.count("sparad kopia: https://arkiv.example.org/ett") == 1
