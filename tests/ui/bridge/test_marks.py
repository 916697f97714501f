"""Pictures for the style sheet, in a folder that goes away with the process."""

import subprocess
import sys
from pathlib import Path

_SCRIPT = """
from ui.bridge.marks import StyleMarks
from ui.bridge.tokens import LIGHT
print(StyleMarks().urls(LIGHT)["tick"])
"""


def test_the_folder_of_the_marks_goes_away_with_the_process():
    run = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )

    mark = Path(run.stdout.strip())
    assert mark.name == "light-tick.svg"
    assert not mark.parent.exists()
