"""Where a source came from, told without telling of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.loading.loader import place_of_source


def test_a_file_has_one_place_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    absolute = place_of_source(str(tmp_path / "reports" / "a.pdf"))
    monkeypatch.chdir(tmp_path)
    assert place_of_source("reports/../reports/a.pdf") == absolute


def test_files_of_one_name_in_two_folders_have_two_places(tmp_path: Path) -> None:
    one, other = (place_of_source(str(tmp_path / folder / "a.pdf")) for folder in "xy")
    assert one != other


def test_the_folder_is_not_told(tmp_path: Path) -> None:
    place = place_of_source(str(tmp_path / "secret" / "a.pdf"))
    assert place.endswith("/a.pdf")
    assert "secret" not in place


def test_an_address_is_its_own_place() -> None:
    assert place_of_source("https://example.org/a.pdf") == "https://example.org/a.pdf"
