"""kill -9 at any moment: what was acknowledged is there, and the file is whole."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.persistence.db.samples import ROOT

KILLS = 200
AT_ONCE = 2
SECONDS = 90

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="elsewhere: needs fork")


def start(folder: Path) -> "subprocess.Popen[str]":
    folder.mkdir()
    module = "tests.integration.persistence.db.killing"
    return subprocess.Popen(
        [sys.executable, "-m", module, str(folder), str(KILLS // AT_ONCE)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_no_acknowledged_edit_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    runs = [start(tmp_path / str(number)) for number in range(AT_ONCE)]

    found = []
    for run in runs:
        out, err = run.communicate(timeout=SECONDS)
        assert run.returncode == 0, err
        found.append(json.loads(out))

    assert sum(each["kills"] for each in found) == KILLS
    assert sum(each["acknowledged"] for each in found) >= KILLS // 2
    assert sum(each["cut off"] for each in found) > 0, "no kill fell into a save"
