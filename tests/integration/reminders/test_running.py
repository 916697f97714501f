"""Other programs: Python itself stands in for them."""

import sys

import pytest

from app.reminders import running
from app.reminders.running import Ran, run


def test_words_arrive_as_they_are():
    hostile = ["$(id)", "a b", "`x`", "%PATH%", '"', "';--", "\n"]
    code = "import sys; sys.stdout.write(repr(sys.argv[1:]))"

    ran = run([sys.executable, "-c", code, *hostile])

    assert ran.fine
    assert ran.output == repr(hostile)


def test_variables_are_added_to_the_environment(monkeypatch):
    monkeypatch.setenv("OTHER", "kept")
    code = "import os; print(os.environ['OURS'], os.environ['OTHER'])"

    assert run([sys.executable, "-c", code], {"OURS": "$(id)"}).output.split() == ["$(id)", "kept"]


def test_a_program_that_is_not_there_is_missing():
    ran = run(["no-such-program-anywhere"])

    assert ran.missing
    assert not ran.fine


def test_a_failing_program_says_why_on_one_line():
    code = "import sys; sys.stderr.write('no\\n\\nbus' + 'x' * 1000); sys.exit(4)"

    ran = run([sys.executable, "-c", code])

    assert (ran.code, ran.missing, ran.fine) == (4, False, False)
    assert ran.why.startswith("no bus")
    assert len(ran.why) <= 300


def test_a_silent_failure_has_at_least_a_number():
    assert Ran(7).why == "it ended with code 7"
    assert Ran(7, output=" said here\n").why == "said here"


def test_a_program_that_hangs_is_ended(monkeypatch):
    monkeypatch.setattr(running, "RUN_SECONDS", 0.2)

    ran = run([sys.executable, "-c", "import time; time.sleep(60)"])

    assert not ran.fine
    assert "does not answer" in ran.why


@pytest.mark.skipif(sys.platform == "win32", reason="Windows runs by ending, not by permission")
def test_a_program_that_cannot_be_run_is_told(tmp_path):
    broken = tmp_path / "broken"
    broken.write_bytes(b"\x7fELF nonsense")
    broken.chmod(0o700)

    ran = run([str(broken)])

    assert not ran.fine
    assert not ran.missing
