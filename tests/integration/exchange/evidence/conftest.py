"""Another process, for what must not depend on this one."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def python_with() -> Callable[..., str]:
    """Return a function that runs a script with these variables and gives its output."""

    def running(script: str, **variables: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", script],
            cwd=Path(__file__).parents[4],
            env={**os.environ, **variables},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    return running
