"""`irplan version list`: every version, how far it has come, and who stands behind it."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINDINGS, FINE
from app.cli.output import printable, say, say_json
from app.cli.working import reading
from app.domain.lifecycle.approving.course import Stage
from app.domain.plan.acts import Deed
from app.services.approving.overview import Declared, Listed, overview
from app.services.verifying import utc_text

if TYPE_CHECKING:
    from app.cli.command import Commands

FORMAT = "irplan-versions/1"
"""Names the shape of the JSON report."""

STAGES = {
    Stage.DRAFT: "draft",
    Stage.IN_REVIEW: "in review",
    Stage.CHANGES_REQUESTED: "changes requested",
    Stage.APPROVED: "approved",
    Stage.SUPERSEDED: "superseded",
    Stage.WITHDRAWN: "withdrawn",
}

DEEDS = {
    Deed.SUBMITTED: "submitted",
    Deed.RECALLED: "recalled",
    Deed.REVIEWED: "reviewed",
    Deed.CHANGES_REQUESTED: "changes requested",
    Deed.APPROVED: "approved",
    Deed.ISSUED: "issued",
    Deed.ISSUED_IN_EMERGENCY: "issued in an emergency",
    Deed.REVIEWED_AFTERWARDS: "reviewed after the emergency",
    Deed.WITHDRAWN: "withdrawn",
}
"""What was done, in words."""


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "list",
        "List the versions of a plan with their approvals, and verify each signature.",
        run,
        "irplan version list plan.irplan",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("--json", action="store_true", help="print a report for programs")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print every version; 1 when a signature does not hold."""
    with reading(workshop, arguments.plan) as opened:
        listed = overview(opened.plan, workshop.verify_text, workshop.clock.now())
    if arguments.json:
        say_json({"format": FORMAT, "versions": [_report(one) for one in listed]})
    else:
        say(*_lines(listed))
    broken = any(one.holds is False for version in listed for one in version.declared)
    return FINDINGS if broken else FINE


def _lines(listed: tuple[Listed, ...]) -> Iterator[str]:
    for version in listed:
        yield " · ".join(filter(None, (printable(version.version), _state(version))))
        for one in version.declared:
            yield from _declared(one)
        for missing in version.waits_for:
            yield f"  waits for {printable(missing)}"


def _state(version: Listed) -> str:
    if version.stage is None:
        return "stated in the plan; no approval of it is recorded"
    if version.at is None:
        return "the working draft"
    since = f"{STAGES[version.stage]} since {version.at:%Y-%m-%d %H:%M} UTC"
    if version.issue is not None and version.issue.superseded_by:
        return f"{since}, by version {printable(version.issue.superseded_by)}"
    return f"{since}, by {printable(version.by)}"


def _declared(one: Declared) -> Iterator[str]:
    act = one.act
    person = f"{act.by} ({act.role})" if act.role else act.by
    yield f"  {DEEDS[act.deed]} by {printable(person)} on {act.at:%Y-%m-%d %H:%M} UTC"
    if act.reason:
        yield f"    because: {printable(act.reason)}"
    yield f"    {one.level}"
    if one.holds is not None:
        fingerprint = printable(act.signed.fingerprint) if act.signed is not None else ""
        yield f"    the signature {'holds' if one.holds else 'DOES NOT HOLD'}; {fingerprint}"
    yield from (f"    {printable(note)}" for note in one.notes)


def _report(version: Listed) -> dict[str, object]:
    return {
        "version": version.version,
        "state": None if version.stage is None else version.stage.value,
        "by": version.by or None,
        "at": None if version.at is None else utc_text(version.at),
        "superseded_by": None if version.issue is None else version.issue.superseded_by or None,
        "content": None if version.issue is None else version.issue.act.content,
        "waits_for": list(version.waits_for),
        "declared": [_declared_report(one) for one in version.declared],
    }


def _declared_report(one: Declared) -> dict[str, object]:
    act = one.act
    return {
        "deed": act.deed.value,
        "by": act.by,
        "role": act.role,
        "reason": act.reason,
        "at": utc_text(act.at),
        "level": one.level,
        "signature_holds": one.holds,
        "fingerprint": act.signed.fingerprint or None if act.signed is not None else None,
        "subject": act.signed.subject or None if act.signed is not None else None,
        "notes": list(one.notes),
    }
