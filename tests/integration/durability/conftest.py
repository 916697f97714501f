"""The recorder of system calls, where the system lets one process watch another."""

import subprocess
from collections.abc import Callable

import pytest


@pytest.fixture
def tracer(tool: Callable[[str], str]) -> str:
    """Where strace is; a container that forbids tracing altogether has nothing to record."""
    strace = tool("strace")
    tried = subprocess.run(
        [strace, "-o", "/dev/null", "true"], capture_output=True, text=True, check=False
    )
    if tried.returncode != 0 and "ptrace" in tried.stderr.casefold():
        pytest.skip(f"tracing is forbidden here: {tried.stderr.strip()}")
    return strace
