"""What an audit found, in plain words and as data."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.lifecycle.auditing import Remark, Verdict, Weight

FORMAT: Final = "irplan-audit/1"
"""Names the shape of the data."""

LIMITS: Final = (
    "Whoever can write to the file could have written the whole history anew. Only a head kept "
    "outside it tells: compare with a document exported earlier"
)
"""What no look at the file alone can find."""

LIMITS_HERE: Final = (
    "The heads noted lie on this computer: whoever can write to both could have written both anew. "
    "Only a document exported earlier is out of their reach: compare with one"
)
"""The same where heads were noted."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What comparing with one exported document brought; `file` is its name."""

    file: str
    remark: Remark


@dataclass(frozen=True, slots=True)
class AuditReport:
    """A verdict over `revisions` revisions, and what was compared with it from outside.

    `noted` tells of heads that were noted outside the plan file, on this computer.
    """

    verdict: Verdict
    revisions: int
    outside: tuple[Outside, ...] = ()
    noted: tuple[Remark, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against the history."""
        outside = (*(one.remark for one in self.outside), *self.noted)
        return self.verdict.whole and all(one.weight is Weight.NOTE for one in outside)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was found within the file, and by what was noted of it on this computer."""
        return (*self.verdict.remarks, *self.noted)


def checked(report: AuditReport) -> Iterator[str]:
    """What was found to be in order, in sentences; nothing when the history is not whole."""
    if not report.verdict.whole:
        return
    count = report.revisions
    revisions = "1 revision" if count == 1 else f"{count} revisions"
    yield f"{revisions}: each follows the one before it, and none was altered."
    yield (
        f"The records are those that revision {report.verdict.sealed_from} and the changes since "
        "it lead to."
    )


def lines(report: AuditReport, how: str = "") -> Iterator[str]:
    """The whole report as text; `how` says how to compare with a document, such as an option."""
    yield from (f"{one.weight.value.upper():7} {one.text}" for one in report.remarks)
    for one in report.outside:
        yield f"{one.remark.weight.value.upper():7} {one.file}: {one.remark.text}"
    yield from (f"OK      {sentence}" for sentence in checked(report))
    head = report.verdict.head
    if head is not None:
        yield f"HEAD    revision {head.number}, {head.hash}"
    if not report.outside:
        yield limits(report, how)


def limits(report: AuditReport, how: str = "") -> str:
    """What no look at the file, and at this computer, can find, in a sentence or two."""
    text = LIMITS_HERE if report.noted else LIMITS
    return f"{text} ({how})." if how else f"{text}."


def report_data(report: AuditReport) -> dict[str, object]:
    """The report for programs."""
    head = report.verdict.head
    return {
        "format": FORMAT,
        "whole": report.verdict.whole,
        "head": None if head is None else {"revision": head.number, "hash": head.hash},
        "sealed_from": report.verdict.sealed_from,
        "remarks": [_data(remark) for remark in report.verdict.remarks],
        "noted": [_data(remark) for remark in report.noted],
        "against": [{"file": one.file, **_data(one.remark)} for one in report.outside],
    }


def _data(remark: Remark) -> dict[str, object]:
    return {
        "code": remark.code,
        "weight": remark.weight.value,
        "revision": remark.revision,
        "text": remark.text,
    }
