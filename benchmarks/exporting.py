"""What an export costs, against the least it could: `python -m benchmarks.exporting`.

Each step runs in a fresh process, so that its memory is its own; the medians are compared. The
least is a bare ReportLab canvas that draws the same words without any layout. pandoc and
LibreOffice stand beside it where they are installed.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.exporting_work import STEPS

RUNS: Final = 5
"""Times each step is run; one run more goes before, which compiles the modules."""
TIMES: Final = (1, 3, 10)
"""How often the records of the sample stand in the plans whose growth is measured."""
GOAL: Final = 5.0
"""The PDF may take this many times as long as the bare canvas."""
KIB_PER_MIB: Final = 1024
Measured = tuple[float, int]
"""Seconds and peak MiB of a whole process."""


def main() -> None:
    """Print seconds and peak memory of each step, their ratios, and how they grow."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        growth: dict[str, object] = {}
        for times in TIMES:
            place = folder / str(times)
            pages = _prepared(place, times)
            steps = {step: _ours(step, place) for step in STEPS}
            if times == 1:
                steps |= _others(place)
            least = steps["bare canvas"][0]
            growth[f"{times}x"] = {
                "pages": pages,
                "seconds": {step: round(seconds, 2) for step, (seconds, _) in steps.items()},
                "peak MiB": {step: peak for step, (_, peak) in steps.items()},
                "ratio to the bare canvas": {
                    step: round(seconds / least, 1) for step, (seconds, _) in steps.items()
                },
            }
    print(json.dumps({"goal for pdf": GOAL, **growth}, indent=2))  # noqa: T201


def _prepared(place: Path, times: int) -> int:
    """In a process of its own: a child's peak counts what its parent held when it was started."""
    command = [sys.executable, "-m", "benchmarks.exporting_work", "prepare", str(place), str(times)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    return int(done.stdout)


def _ours(step: str, place: Path) -> Measured:
    command = [sys.executable, "-m", "benchmarks.exporting_work", step, str(place)]
    return _median(command)


def _others(place: Path) -> Mapping[str, Measured]:
    """What other programs take for the same content."""
    source, made = place / "plan.md", place / "others"
    made.mkdir()
    found: dict[str, Measured] = {}
    if shutil.which("pandoc"):
        command = ["pandoc", str(source), "-o", str(made / "plan.docx"), "--toc"]
        found["pandoc, docx"] = _median(command)
    if shutil.which("soffice"):
        profile = f"-env:UserInstallation=file://{made}/profile"
        convert = ["--convert-to", "pdf", "--outdir", str(made), str(place / "plan.docx")]
        found["LibreOffice, docx to pdf"] = _median(["soffice", "--headless", profile, *convert])
    return found


def _median(command: Sequence[str]) -> Measured:
    _run(command)
    measured = [_run(command) for _ in range(RUNS)]
    return (
        statistics.median(seconds for seconds, _ in measured),
        round(statistics.median(peak for _, peak in measured)),
    )


def _run(command: Sequence[str]) -> Measured:
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - ours
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return time.perf_counter() - begun, _mib(used)


def _mib(used: resource.struct_rusage) -> int:
    return used.ru_maxrss // (KIB_PER_MIB**2 if sys.platform == "darwin" else KIB_PER_MIB)


if __name__ == "__main__":
    main()
