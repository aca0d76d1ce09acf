from __future__ import annotations

import pickle
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from loaders.errors import UnreadableDocument
from loaders.notes import note_from_name, read_manifest
from loaders.sources import Source, find_sources


def names(path: Path) -> list[str]:
    return [Path(source.name).name for source in find_sources([str(path)])]


def test_folders_are_walked_in_order_of_name_without_litter(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden", ".DS_Store", "~$b.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    assert names(tmp_path) == ["z.txt", "b.txt"]


def test_a_file_named_twice_comes_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    paths = [str(tmp_path / "a.txt"), str(tmp_path)]
    assert len(list(find_sources(paths))) == 1


def test_a_missing_path_and_an_empty_folder_are_problems(tmp_path: Path) -> None:
    missing, empty = find_sources([str(tmp_path / "no.pdf"), str(tmp_path)])
    assert (missing.problem, empty.problem) == ("no such file or folder", "an empty folder")
    with pytest.raises(UnreadableDocument, match="no such file"):
        missing.load()


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return path


def test_an_archive_gives_its_members_by_content_not_by_suffix(tmp_path: Path) -> None:
    made = archive(tmp_path / "papers.dat", {"b.txt": b"two", "a/x.txt": b"one", "a/": b""})
    sources = list(find_sources([str(made)]))
    assert [source.load() for source in sources] == [b"one", b"two"]
    assert sources[0].name == f"{made}!a/x.txt"
    assert sources[0].file_name == "x.txt"


BAD_MEMBERS = {
    "/etc/words.txt": "absolute name",
    "C:/words.txt": "absolute name",
    "a/../../words.txt": "leaves its archive",
    "inner.zip": "archive inside an archive",
}


@pytest.mark.parametrize(("name", "reason"), BAD_MEMBERS.items(), ids=list(BAD_MEMBERS))
def test_a_dangerous_member_is_a_problem_and_the_others_are_read(
    tmp_path: Path, name: str, reason: str
) -> None:
    made = archive(tmp_path / "papers.zip", {name: b"bad", "good.txt": b"good"})
    sources = {source.member: source for source in find_sources([str(made)])}
    assert reason in (sources[name].problem or "")
    assert sources["good.txt"].load() == b"good"


def test_a_zip_bomb_is_a_problem(tmp_path: Path) -> None:
    made = archive(tmp_path / "bomb.zip", {"zeros.txt": bytes(30_000_000)})
    (source,) = find_sources([str(made)])
    assert "zip bomb" in (source.problem or "")


def test_an_empty_archive_is_a_problem(tmp_path: Path) -> None:
    (source,) = find_sources([str(archive(tmp_path / "none.zip", {}))])
    assert source.problem == "an empty archive"


def test_sources_travel_to_other_processes(tmp_path: Path) -> None:
    made = archive(tmp_path / "papers.zip", {"a.txt": b"one"})
    (source,) = find_sources([str(made)])
    assert pickle.loads(pickle.dumps(source)).load() == b"one"


def test_the_nearest_manifest_above_notes_its_files(tmp_path: Path) -> None:
    (tmp_path / "MANIFEST.csv").write_text(
        "path,title,published,licence\npapers/a.txt,A paper,2021-03,Open Government Licence v3.0\n"
    )
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.txt").write_text("words")
    (source,) = find_sources([str(tmp_path / "papers")])
    assert source.note.title == "A paper"
    assert source.note.licence == "Open Government Licence v3.0"
    assert source.note.published is not None and source.note.published.iso == "2021-03"


def test_a_manifest_inside_an_archive_notes_its_members(tmp_path: Path) -> None:
    members = {"x/MANIFEST.csv": b"path,title\na.txt,A paper\n", "x/a.txt": b"words"}
    sources = {s.file_name: s for s in find_sources([str(archive(tmp_path / "p.zip", members))])}
    assert sources["a.txt"].note.title == "A paper"


def test_a_file_name_states_a_date_only_where_it_states_one_day() -> None:
    note = note_from_name("children's services inspection - 09 december 2016.pdf")
    assert note.published is not None and note.published.iso == "2016-12-09"
    assert note.basis == "file name"
    assert note_from_name("1 may 2016 to 3 june 2017.pdf").published is None


def test_a_table_without_paths_is_no_manifest() -> None:
    assert read_manifest(b"name,code\nExampleshire,999\n") == {}


def test_rdf_is_told_apart_by_its_suffix() -> None:
    assert Source("data/graph.nq").is_rdf and not Source("data/letter.txt").is_rdf


@pytest.fixture
def address() -> Iterator[str]:
    """A server on this machine that serves one text and nothing else."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == "/papers/a%20letter.txt"
            self.send_response(200 if found else 404)
            self.end_headers()
            self.wfile.write(b"words" if found else b"")

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_address_is_fetched(address: str) -> None:
    (source,) = find_sources([f"{address}/papers/a%20letter.txt"])
    assert (source.file_name, source.load()) == ("a letter.txt", b"words")


def test_what_an_address_does_not_serve_is_a_problem_with_its_status(address: str) -> None:
    (source,) = find_sources([f"{address}/nothing.pdf"])
    with pytest.raises(UnreadableDocument, match="404"):
        source.load()


def test_an_address_that_nobody_answers_is_a_problem() -> None:
    (source,) = find_sources(["http://127.0.0.1:9/letter.pdf"])
    with pytest.raises(UnreadableDocument, match="could not be fetched"):
        source.load()


TABLE = b"path,licence\n" + b"b.txt,closed\n" * 30
LONG_CELL = b'path,licence\nb.txt,"' + b"x" * 200_000 + b'"\n'


def test_papers_under_a_manifest_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "MANIFEST.csv").write_bytes(LONG_CELL)
    (tmp_path / "papers" / "b.txt").write_bytes(b"two")
    made = archive(tmp_path / "papers.zip", {"MANIFEST.csv": LONG_CELL, "b.txt": b"two"})
    for path in (tmp_path / "papers", made):
        problems = {source.problem for source in find_sources([str(path)])}
        assert any("MANIFEST.csv cannot be read" in (problem or "") for problem in problems)


def test_an_archive_with_a_damaged_manifest_is_refused_and_the_next_is_found(
    tmp_path: Path,
) -> None:
    made = archive(tmp_path / "a.zip", {"MANIFEST.csv": TABLE, "b.txt": b"two"})
    data = bytearray(made.read_bytes())
    packed = data.find(b"MANIFEST.csv") + len("MANIFEST.csv")
    data[packed : packed + 20] = b"\xff" * 20
    made.write_bytes(data)
    (tmp_path / "c.txt").write_bytes(b"three")
    damaged, good = find_sources([str(tmp_path)])
    assert "cannot be read" in (damaged.problem or "")
    assert good.load() == b"three"
