"""Settings are typed, frozen and refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from api.settings import PREFIX, BadSetting, Settings, read_settings, store_options
from graph.store import RemoteAddress

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference.md"


def test_environment_sets_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_PORT", "9000")
    assert read_settings().port == 9000


def test_option_wins_over_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_PORT", "9000")
    assert read_settings(port=9001, host=None).port == 9001


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("ANSWERABLE_PORT", "0"),
        ("ANSWERABLE_PORT", "eight"),
        ("ANSWERABLE_BASE", "localhost"),
        ("ANSWERABLE_BASE", "http://example.org/a b"),
        ("ANSWERABLE_DEFAULT_GRAPH", "both"),
        ("ANSWERABLE_QUERY_SECONDS", "0"),
        ("ANSWERABLE_WORKERS", "-1"),
        ("ANSWERABLE_TOKEN", "short"),
    ],
)
def test_bad_value_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(BadSetting, match=variable):
        read_settings()


def test_bad_option_is_refused_by_its_own_name() -> None:
    with pytest.raises(BadSetting, match="--port is 0"):
        read_settings(port=0)


def test_refused_token_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_TOKEN", "hush-hush")
    with pytest.raises(BadSetting) as caught:
        read_settings()
    assert "hush-hush" not in str(caught.value)


def test_unknown_variable_of_ours_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_STROE", "somewhere")
    with pytest.raises(BadSetting, match="ANSWERABLE_STROE"):
        read_settings()


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Settings().port = 1  # type: ignore[misc]


def test_base_loses_its_end_slash() -> None:
    assert Settings(base="https://example.org/graph/").base == "https://example.org/graph"


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_in_the_reference(name: str) -> None:
    assert f"`{PREFIX}{name.upper()}`" in REFERENCE.read_text(encoding="utf-8")


def test_a_server_as_store_is_used_as_the_settings_say(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        "STORE": "http://store.example/query",
        "UPDATE_URL": "http://store.example/update",
        "DATA_URL": "http://store.example/data",
        "STORE_USER": "reader",
        "STORE_PASSWORD": "open sesame",
        "STORE_AUTH": "digest",
        "REMOTE_UNION": "graphs",
        "QUERY_SECONDS": "7",
        "ANSWER_BYTES": "20000",
    }
    for name, value in given.items():
        monkeypatch.setenv(PREFIX + name, value)
    assert store_options(read_settings()).remote == RemoteAddress(
        query="http://store.example/query",
        update="http://store.example/update",
        data="http://store.example/data",
        user="reader",
        password="open sesame",
        digest=True,
        union="graphs",
        seconds=7.0,
        most_bytes=20_000,
    )


def test_strict_default_graph_of_a_server_is_no_union() -> None:
    settings = Settings(store="http://store.example/query", default_graph="strict")
    options = store_options(settings)
    assert options.remote and options.remote.union == "none"
    assert not options.union_default
