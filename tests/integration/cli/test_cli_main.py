import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import main as main_module
from app.cli.exits import FAILED, INTERRUPTED, USAGE
from tests.integration.cli.running import irplan

ROOT = Path(__file__).parents[3]
NAMES = tuple(
    module.__name__.rpartition(".")[2].removesuffix("_command") for module in main_module._COMMANDS
)


def test_help_lists_every_command_and_the_exit_codes():
    run = irplan("--help")

    assert run.code == 0
    assert [name for name in NAMES if not re.search(rf"^    {name}\b", run.out, re.M)] == []
    assert "exit codes:" in run.out


@pytest.mark.parametrize("command", NAMES)
def test_help_of_every_command_ends_with_an_example_of_it(command):
    run = irplan(command, "--help")

    assert run.code == 0
    assert f"example:\n  irplan {command}" in run.out


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("fly",),
        ("export",),
        ("export", "x.irplan", "--to", "out", "--format", "odt"),
        ("templates", "--colour"),
        ("identity", "old"),
        ("verify",),
    ],
)
def test_wrong_usage_is_explained_on_standard_error(words):
    run = irplan(*words)

    assert run.code == USAGE
    assert run.out == ""
    assert run.err.startswith("usage: irplan")


def test_a_failure_that_names_a_hostile_file_does_not_steer_the_terminal(tmp_path):
    run = irplan("verify", tmp_path / "a\x1b[31m\u202e\nb.pdf")

    assert run.code == FAILED
    assert run.err.count("\n") == 1
    assert run.err.rstrip("\n").isprintable()


def test_an_expected_failure_is_a_code_and_a_sentence_on_standard_error(tmp_path):
    run = irplan("check", tmp_path / "none.irplan")

    assert run.code == FAILED
    assert run.out == ""
    code, _, sentence = run.err.removeprefix("irplan: ").partition(": ")
    assert run.err.startswith("irplan: ")
    assert "." in code
    assert "none.irplan" in sentence
    assert "Traceback" not in run.err


def test_a_command_the_person_stops_ends_quietly(monkeypatch):
    def stopped():
        raise KeyboardInterrupt

    monkeypatch.setattr(main_module, "workshop", stopped)

    run = irplan("templates")

    assert (run.code, run.err) == (INTERRUPTED, "")


@pytest.mark.skipif(sys.platform == "win32", reason="elsewhere: pipes end otherwise on Windows")
@pytest.mark.parametrize("command", ["answers", "templates"])
def test_a_reader_that_stops_reading_is_no_crash(command, home):
    with subprocess.Popen(
        [sys.executable, "-m", "app.cli", command],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": ""},  # or nothing is left to write at the end
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()

    assert said == b""
    assert process.returncode == FAILED


def test_what_a_terminal_cannot_show_is_no_crash(home):
    done = subprocess.run(
        [sys.executable, "-m", "app.cli", "answers", "--template", "\u202e\u00e9"],
        cwd=ROOT,
        env={"PYTHONIOENCODING": "ascii", "IRPLAN_HOME": str(home), "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )

    assert done.returncode == FAILED
    assert b"library.unknown-template" in done.stderr
