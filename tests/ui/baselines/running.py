"""A process of its own in which all pictures are taken, so that no earlier test is seen on them."""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.ui.baselines.digests import parsed
from tests.ui.baselines.surroundings import surroundings

ROOT = Path(__file__).parents[3]
MOST_S = 170


def take(folder: Path) -> dict[str, str]:
    """Take every picture; those not as accepted are left in `folder`. Returns digests by name."""
    with tempfile.TemporaryDirectory() as small:
        done = subprocess.run(
            [sys.executable, "-m", "tests.ui.baselines.taking", str(folder)],
            cwd=ROOT,
            env=surroundings(Path(small)),
            capture_output=True,
            encoding="utf-8",
            timeout=MOST_S,
            check=False,
        )
    assert done.returncode == 0, f"the pictures could not be taken:\n{done.stderr}"
    return parsed(done.stdout.splitlines())
