"""What comparing a file with a plan brought."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.services.proving.plain import listed, one_line

CUT: Final = "audit.cut"


class Match(StrEnum):
    """How the file's content stands to the plan."""

    SAME = "same"
    """It is what the plan was at one point of its history."""
    SAME_MATTER = "same-matter"
    """Only records of the plan's life differ, which are not reviewed: comments, steps, uses."""
    DIFFERENT = "different"
    """It is no state of the plan that was saved."""
    OTHER_PLAN = "other-plan"
    """It comes from another plan."""
    CONTRADICTORY = "contradictory"
    """What the file says about its content, or about the history, is not so."""
    UNKNOWN = "unknown"
    """The file carries nothing that could be compared."""


@dataclass(frozen=True, slots=True)
class Differing:
    """One record that differs between the plan and the file; `sentences` say how.

    `kind` and `name` are in words; `fate` says what became of it from plan to file.
    """

    kind: str
    name: str
    fate: str
    sentences: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        """The record with stable keys."""
        return {
            "kind": self.kind,
            "name": self.name,
            "fate": self.fate,
            "sentences": list(self.sentences),
        }


@dataclass(frozen=True, slots=True)
class Trail:
    """Whether the end of the history that the file carries is a point of the plan's history.

    `code` is that of the audit's remark; a point that the plan file does not reach (`CUT`) may
    only mean that the plan file is an older copy.
    """

    fits: bool
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A file beside a plan: one `headline`, the records that differ, the audit trail.

    `points` are the versions and other points of the plan at which it had this content;
    where it differs, the one that it was compared with. `revision` is None where nothing fits.
    """

    plan: str
    """The plan file's name."""
    match: Match
    headline: str
    points: tuple[str, ...] = ()
    revision: int | None = None
    records: tuple[Differing, ...] = ()
    trail: Trail | None = None
    notes: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether the content is the plan's, and the history is the one it was exported from."""
        same = self.match in {Match.SAME, Match.SAME_MATTER}
        return same and (self.trail is None or self.trail.fits)

    @property
    def speaks_against(self) -> bool:
        """Whether the file cannot be what it says it is."""
        refuted = self.trail is not None and not self.trail.fits and self.trail.code != CUT
        return refuted or self.match in {Match.OTHER_PLAN, Match.CONTRADICTORY}

    def to_json(self) -> dict[str, object]:
        """The comparison with stable keys; what is unknown is null."""
        return {
            "plan": self.plan,
            "match": self.match.value,
            "headline": self.headline,
            "points": list(self.points),
            "revision": self.revision,
            "records": [record.to_json() for record in self.records],
            "trail": None
            if self.trail is None
            else {"fits": self.trail.fits, "code": self.trail.code, "text": self.trail.text},
            "notes": list(self.notes),
        }

    def lines(self) -> tuple[str, ...]:
        """The comparison as lines of text."""
        rows = [f"Plan: {one_line(self.plan)}", f"  Content: {one_line(self.headline)}"]
        if self.points:
            rows.append(f"  Point of the plan: {one_line(listed(self.points))}")
        for record in self.records:
            name = f"{record.kind}, {record.name}" if record.name else record.kind
            rows.append(f"  {record.fate}: {one_line(name)}")
            rows += [f"    {one_line(sentence)}" for sentence in record.sentences]
        if self.trail is not None:
            mark = "" if self.trail.fits else "PROBLEM: "
            rows.append(f"  Audit trail: {mark}{one_line(self.trail.text)}")
        return (*rows, *(f"  Remark: {one_line(note)}" for note in self.notes))
