"""What the doctor finds on this machine and on a broken one."""

import sys
from pathlib import Path

import pytest

from app.cli import doctor
from app.paths import HOME_VARIABLE


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))


def script(folder: Path, text: str) -> str:
    file = folder / "python"
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return str(file)


def test_a_working_installation_is_fit_for_use():
    lines: list[str] = []

    code = doctor.run(lines.append)

    assert code == 0
    assert not [line for line in lines if "MISSING" in line]
    assert any("PySide6 6." in line for line in lines)


def test_a_missing_system_library_is_named_with_the_command_that_installs_it(tmp_path):
    python = script(tmp_path, "echo 'ImportError: libGL.so.1: cannot open' >&2; exit 1")

    finding = doctor.check_qt(python)

    assert not finding.ok
    assert "libGL.so.1" in finding.advice
    assert "apt-get install libglib2.0-0 libgl1" in finding.advice
    assert "#" not in finding.advice


def test_a_release_that_loses_references_to_none_is_refused(tmp_path):
    finding = doctor.check_qt(script(tmp_path, "exit 3"))

    assert not finding.ok
    assert "6.11.3" in finding.advice


def test_a_qt_that_hangs_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(doctor, "CHECK_SECONDS", 0.05)

    finding = doctor.check_qt(script(tmp_path, "exec tail -f /dev/null"))

    assert not finding.ok


def test_our_own_qt_keeps_its_references_to_none():
    assert doctor.check_qt(sys.executable).ok


def test_missing_fonts_are_a_damaged_installation(tmp_path):
    finding = doctor.check_fonts(tmp_path)

    assert not finding.ok
    assert str(tmp_path) in finding.advice


def test_a_file_in_place_of_the_users_folder_is_reported(tmp_path):
    (tmp_path / "taken").touch()

    assert not doctor.check_writable(tmp_path / "taken").ok


def test_one_required_gap_makes_the_whole_unfit(monkeypatch):
    gaps = (doctor.Finding("a", ok=False, required=False), doctor.Finding("b", ok=False))
    lines: list[str] = []
    monkeypatch.setattr(doctor, "examine", lambda: gaps)

    assert doctor.run(lines.append) == 1
    assert [line.split()[0] for line in lines[1:]] == ["absent", "MISSING"]
