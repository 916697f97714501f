import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.persistence.settings import SettingsFile
from app.services.settings import MOST_RECENT, SCALES, Appearance, Settings

CHOSEN = Settings(
    appearance=Appearance.DARK,
    scale=125,
    person="Zoë O'Neill",
    recent=(Path("/plans/a.irplan"), Path("/plans/ü b.irplan")),
    export_folder=Path("/exports"),
    identity=Path("/keys/zoë.p12"),
    time_authority="https://tsa.example.org",
    token=Path("/usr/lib/softhsm/libsofthsm2.so"),
    letterhead=Path("/brand/häuser.dotx"),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
FIELDS = ("appearance", "scale", "person", "recent", "export_folder", "identity")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def loaded(path: Path, content: bytes) -> Settings:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return SettingsFile(path).load()


def test_settings_survive(path: Path) -> None:
    SettingsFile(path).save(CHOSEN)

    assert SettingsFile(path).load() == CHOSEN


def test_a_path_that_is_no_text_survives(path: Path) -> None:
    odd = Settings(recent=(Path(os.fsdecode(b"/plans/\xff.irplan")),))

    SettingsFile(path).save(odd)

    assert SettingsFile(path).load() == odd


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    assert SettingsFile(path).load() == Settings()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"scale": ' + b"9" * 5_000 + b"}",
        b"\x00" * 1_000,
        b'{"scale": 125} trailing',
    ],
)
def test_a_file_that_cannot_be_read_counts_as_none(path: Path, content: bytes) -> None:
    assert loaded(path, content) == Settings()


@pytest.mark.parametrize(
    ("stated", "meant"),
    [
        ({"scale": 125.0}, {}),
        ({"scale": True}, {}),
        ({"scale": "125"}, {}),
        ({"scale": 7_000_000}, {}),
        ({"scale": 150}, {"scale": 150}),
        ({"appearance": "purple"}, {}),
        ({"appearance": ["dark"]}, {}),
        ({"appearance": "dark"}, {"appearance": Appearance.DARK}),
        ({"person": None}, {}),
        ({"person": {"name": "Ann"}}, {}),
        ({"person": "Ann\u202e\x1b[2J"}, {"person": "Ann[2J"}),
        ({"recent": "/plans/a.irplan"}, {}),
        ({"recent": [None, 5, "", "a\0b", "/a"]}, {"recent": (Path("/a"),)}),
        ({"export_folder": 5}, {}),
        ({"export_folder": "a\0b"}, {}),
        ({"identity": ""}, {}),
        ({"token": ["a.so"]}, {}),
        ({"letterhead": "a\0b"}, {}),
        ({"unheard-of": 1}, {}),
    ],
)
def test_each_value_is_taken_for_itself(
    path: Path, stated: dict[str, object], meant: dict[str, object]
) -> None:
    found = loaded(path, json.dumps({"scale": 125, **stated}).encode())

    assert found == Settings(**({"scale": 125 if "scale" not in stated else 100} | meant))  # type: ignore[arg-type]


def test_no_more_recent_plans_are_read_than_are_remembered(path: Path) -> None:
    found = loaded(path, json.dumps({"recent": [f"/{at}" for at in range(5_000)]}).encode())

    assert len(found.recent) == MOST_RECENT


@given(data=st.dictionaries(st.sampled_from(FIELDS), JSON))
def test_whatever_stands_in_the_file_settings_come_out(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, object]
) -> None:
    found = loaded(tmp_path_factory.getbasetemp() / "any.json", json.dumps(data).encode())

    assert found.scale in SCALES
    assert isinstance(found.person, str)
    assert all(isinstance(path, Path) for path in found.recent)


def test_a_folder_in_the_place_of_the_file_counts_as_none(path: Path) -> None:
    path.mkdir(parents=True)

    SettingsFile(path).save(CHOSEN)

    assert SettingsFile(path).load() == Settings()
    assert [found.name for found in path.parent.iterdir()] == ["settings.json"]


def test_a_place_that_refuses_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")

    SettingsFile(tmp_path / "config" / "settings.json").save(CHOSEN)

    assert (tmp_path / "config").read_text() == "a file where the folder should be"


@pytest.mark.skipif(sys.platform == "win32", reason="elsewhere: renames over open files")
def test_saving_leaves_the_old_settings_until_the_new_are_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SettingsFile(path).save(CHOSEN)

    def interrupted(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", interrupted)
    SettingsFile(path).save(Settings())

    assert SettingsFile(path).load() == CHOSEN
    assert [found.name for found in path.parent.iterdir()] == ["settings.json"]
