"""What the process that takes pictures sees of the machine."""

from pathlib import Path

import pytest

from tests.ui.baselines.surroundings import elsewhere, pinned_qt, surroundings


def test_the_scale_and_the_tongue_of_the_machine_do_not_reach_the_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    monkeypatch.setenv("LANGUAGE", "ar")
    monkeypatch.setenv("LC_ALL", "ar_EG.UTF-8")
    monkeypatch.setenv("TZ", "Asia/Tokyo")

    found = surroundings(tmp_path)

    assert "QT_SCALE_FACTOR" not in found
    assert "LANGUAGE" not in found
    assert (found["LC_ALL"], found["TZ"]) == ("C.UTF-8", "UTC")
    assert "<dir>" not in Path(found["FONTCONFIG_FILE"]).read_text("utf-8")


@pytest.mark.parametrize(
    ("qt", "system", "machine", "said"),
    [
        ("6.99.0", "linux", "x86_64", "6.99.0"),
        (pinned_qt(), "darwin", "arm64", "darwin arm64"),
        (pinned_qt(), "linux", "aarch64", "linux aarch64"),
    ],
)
def test_elsewhere_is_told(qt: str, system: str, machine: str, said: str):
    assert said in elsewhere(qt, system, machine)


def test_here_is_not_elsewhere():
    assert elsewhere(pinned_qt(), "linux", "x86_64") == ""
