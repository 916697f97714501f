"""Time and memory of exporting the sample plan: `python -m benchmarks.exporting`."""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from app.bootstrap import FileRenderers, workshop
from app.export.compose.plan_document import compose
from app.paths import AppPaths

T = TypeVar("T")
KIB_PER_MIB = 1024


def main() -> None:
    """Print each step's seconds, its ratio to composing, and the peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        shop = workshop(AppPaths.below(Path(folder) / "home"))
        opened = shop.create_sample(Path(folder) / "sample.irplan")
        renderers = FileRenderers()
        when = shop.clock.now().replace(microsecond=0)
        document, composing = _timed(lambda: compose(opened.judgement, True, when))
        pdf, first_pdf = _timed(lambda: renderers.pdf(document))
        _, second_pdf = _timed(lambda: renderers.pdf(document))
        docx, writing = _timed(lambda: renderers.docx(document, pdf.page_of))
        opened.close()
    steps = {"compose": composing, "pdf, cold": first_pdf, "pdf, warm": second_pdf, "docx": writing}
    report = {
        "pages": pdf.pages,
        "pdf KiB": len(pdf.data) // KIB_PER_MIB,
        "docx KiB": len(docx) // KIB_PER_MIB,
        "seconds": {name: round(seconds, 2) for name, seconds in steps.items()},
        "ratio to compose": {name: round(value / composing, 1) for name, value in steps.items()},
        "peak MiB": _peak_mib(),
    }
    print(json.dumps(report, indent=2))  # noqa: T201


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begun = time.perf_counter()
    result = work()
    return result, time.perf_counter() - begun


def _peak_mib() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (KIB_PER_MIB * KIB_PER_MIB if sys.platform == "darwin" else KIB_PER_MIB)


if __name__ == "__main__":
    main()
