"""All versions of a plan, as a table."""

from collections.abc import Sequence
from typing import Final

from app.domain.lifecycle.approving.course import Issue, Stage
from app.domain.plan.acts import Act, Deed, KeptFile
from app.domain.plan.governance import Version
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.services.approving.exporting import kept_files
from app.services.approving.overview import Listed
from app.services.evidence.names import VERSIONS
from app.services.evidence.spreadsheet import csv_bytes, several
from app.services.verifying import utc_text

HEADS: Final = (
    "version",
    "state",
    "since (UTC)",
    "issued (UTC)",
    "issued by",
    "emergency",
    "review due",
    "reviewed afterwards",
    "material change",
    "summary",
    "content SHA-256",
    "reviewed by",
    "approved by",
    "replaced by",
    "waits for",
    "files kept, SHA-256",
)

STAGES: Final = {
    Stage.DRAFT: "draft",
    Stage.IN_REVIEW: "in review",
    Stage.CHANGES_REQUESTED: "changes requested",
    Stage.APPROVED: "approved and in force",
    Stage.SUPERSEDED: "replaced by a later version",
    Stage.WITHDRAWN: "withdrawn",
}


def versions_csv(plan: Plan, listed: Sequence[Listed]) -> dict[str, bytes]:
    """The table of all versions, by its name; `listed` are those of `plan`."""
    return {VERSIONS: csv_bytes(HEADS, (_version_row(plan, one) for one in listed))}


def state(listed: Listed) -> str:
    """How far a version has come, in words."""
    return "stated in the plan only" if listed.stage is None else STAGES[listed.stage]


def numbered(version: str) -> str:
    """A version's number in words: a spreadsheet would take 1.10 for a number, which is 1.1."""
    return f"version {version}" if version[:1].isdigit() else version


def flag(value: bool) -> str:
    """Yes or no, in words."""
    return "yes" if value else "no"


def _version_row(plan: Plan, one: Listed) -> tuple[str, ...]:
    since = "" if one.at is None else utc_text(one.at)
    *told, files = _stated(plan, one) if one.issue is None else _issued(plan, one.issue)
    return (numbered(one.version), state(one), since, *told, several(one.waits_for), files)


def _stated(plan: Plan, one: Listed) -> tuple[str, ...]:
    """What the plan says of a version that no act is about."""
    stated = (version for version in plan.versions.values() if version.number == one.version)
    said = next(stated, None) or Version(RecordId(""), one.version, material=False)
    return (
        "" if said.issued_on is None else said.issued_on.isoformat(),
        said.author,
        *("", "", ""),
        flag(said.material) if said.id else "",
        said.summary,
        "",
        several(said.reviewers),
        several(said.approvers),
        *("", ""),
    )


def _issued(plan: Plan, issue: Issue) -> tuple[str, ...]:
    act = issue.act
    return (
        utc_text(act.at),
        act.by,
        flag(act.deed is Deed.ISSUED_IN_EMERGENCY),
        "" if act.due is None else act.due.isoformat(),
        "" if issue.afterwards is None else _said(issue.afterwards),
        flag(act.material),
        act.reason,
        act.content,
        several(map(_said, issue.reviews)),
        several(map(_said, issue.approvals)),
        numbered(issue.superseded_by),
        several(map(_file, kept_files(plan, issue))),
    )


def _said(act: Act) -> str:
    person = f"{act.by} ({act.role})" if act.role else act.by
    return f"{person} on {utc_text(act.at)}"


def _file(file: KeptFile) -> str:
    return f"{file.name} {file.id}"
