"""The ./irplan script, run against a stand-in for Python that says what it was asked."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="elsewhere: Windows has irplan.cmd")

ROOT = Path(__file__).parents[2]
STAND_IN = """#!/bin/sh
for word; do printf '<%s>' "$word"; done >>"$IRPLAN_VENV/asked"
echo >>"$IRPLAN_VENV/asked"
case "$*" in *"pip install"*) exit "${PIP_ENDS_WITH:-0}" ;; esac
exit 0
"""


@dataclass(frozen=True)
class Checkout:
    folder: Path
    venv: Path

    @property
    def lock(self) -> Path:
        return self.folder / "requirements" / "runtime.txt"

    def run(self, *words: str, script: Path | None = None, **variables: str):
        """Run the script from elsewhere, without uv, and return how it ended."""
        environment = {
            **os.environ,
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "IRPLAN_VENV": str(self.venv),
            **variables,
        }
        return subprocess.run(
            [script or self.folder / "irplan", *words],
            cwd=self.venv,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def asked(self) -> list[str]:
        """Return what the stand-in was asked since the last look, one call a line."""
        record = self.venv / "asked"
        lines = record.read_text().splitlines() if record.exists() else []
        record.unlink(missing_ok=True)
        return lines


@pytest.fixture
def checkout(tmp_path):
    folder = tmp_path / "a folder with blanks"
    for name in ("requirements", "resources/system"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy2(ROOT / "irplan", folder)
    venv = tmp_path / "venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").write_text(STAND_IN)
    (venv / "bin" / "python").chmod(0o755)
    (venv / "irplan").mkdir()
    shutil.copy2(ROOT / "requirements" / "runtime.txt", venv / "irplan")
    (venv / "irplan" / "qt").touch()
    return Checkout(folder, venv)


def test_words_reach_the_command_as_they_are(checkout):
    done = checkout.run("export", "a b", "*", "")

    assert done.returncode == 0
    assert checkout.asked() == ["<-P><-m><app.cli><export><a b><*><>"]


def test_without_words_the_window_opens(checkout):
    checkout.run()

    assert checkout.asked() == ["<-P><-m><ui.main>"]


def test_a_link_to_the_script_finds_its_checkout(checkout, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(checkout.folder / "irplan")

    checkout.run("x", script=link)

    assert checkout.asked() == ["<-P><-m><app.cli><x>"]


def test_a_changed_lock_is_installed_once(checkout):
    checkout.lock.write_text(checkout.lock.read_text() + "# changed\n")

    checkout.run("x")
    first = checkout.asked()
    checkout.run("x")
    second = checkout.asked()

    installs = [call for call in first if "<install>" in call]
    assert len(installs) == 1
    assert f"<--require-hashes><--only-binary><:all:><-r><{checkout.lock}>" in installs[0]
    assert second == ["<-P><-m><app.cli><x>"]


def test_a_failed_install_explains_itself_and_is_tried_again(checkout):
    checkout.lock.write_text(checkout.lock.read_text() + "# changed\n")

    done = checkout.run("x", PIP_ENDS_WITH="1")
    checkout.asked()
    checkout.run("x")

    assert done.returncode == 1
    assert "PIP_CERT" in done.stderr
    assert any("<install>" in call for call in checkout.asked())


def test_what_the_script_says_leaves_standard_output_to_the_command(checkout):
    checkout.lock.write_text(checkout.lock.read_text() + "# changed\n")

    assert checkout.run("x").stdout == ""


def test_a_python_that_will_not_do_is_refused(checkout, tmp_path):
    shutil.rmtree(checkout.venv / "bin")

    done = checkout.run("x", IRPLAN_PYTHON=str(tmp_path / "nothing"))

    assert done.returncode == 2
    assert "3.11" in done.stderr


def test_tests_with_words_run_only_pytest(checkout):
    for name in ("runtime.txt", "dev.txt"):
        shutil.copy2(ROOT / "requirements" / name, checkout.venv / "irplan")
    (checkout.folder / "requirements" / "system-test.txt").write_text("# none\n")

    checkout.run("test", "tests/unit", "-k", "a b")

    assert checkout.asked() == ["<-m><pytest><tests/unit><-k><a b>"]
