"""`irplan version review`, `approve` and so on: what one person declares about a version."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import printable, say
from app.cli.signing_key import add_key, key_of
from app.cli.working import working_on
from app.domain.lifecycle.approving.course import Course
from app.domain.lifecycle.approving.declaring import Declaration
from app.domain.plan.acts import Act, Deed, Signed
from app.domain.plan.dates import parse_date
from app.services.approving.approvals import ActNotAllowed, Approvals
from app.services.approving.handover import separation_note
from app.services.approving.overview import awaited
from app.services.approving.proposing import proposal
from app.services.approving.signing import name_note, sign
from app.services.opening import OpenPlan

if TYPE_CHECKING:
    from app.cli.command import Commands

_IN_REVIEW = (
    ("review", Deed.REVIEWED, "Enter that somebody has reviewed the version in review."),
    ("approve", Deed.APPROVED, "Enter that somebody approves; the last approval issues it."),
    ("request-changes", Deed.CHANGES_REQUESTED, "Send the version in review back to be changed."),
)
_ISSUED = (
    (
        "review-afterwards",
        Deed.REVIEWED_AFTERWARDS,
        "Enter the review of a version that was issued in an emergency.",
    ),
    ("withdraw", Deed.WITHDRAWN, "Withdraw an issued version: nobody is to work by it any more."),
)
_REASONED = frozenset({Deed.CHANGES_REQUESTED, Deed.WITHDRAWN, Deed.ISSUED_IN_EMERGENCY})
"""What needs a reason."""


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    for name, deed, summary in (*_IN_REVIEW, *_ISSUED):
        issued = deed in {Deed.REVIEWED_AFTERWARDS, Deed.WITHDRAWN}
        words = "plan.irplan 1.0" if issued else "plan.irplan"
        reason = " --reason 'It names people who left'" if deed in _REASONED else ""
        made = add_command(
            commands,
            name,
            summary,
            declare,
            f"irplan version {name} {words} --by 'Carl Dent' --role CEO{reason}",
        )
        made.set_defaults(deed=deed, version="")
        made.add_argument("plan", type=Path, metavar="PLAN")
        if issued:
            made.add_argument("version", metavar="VERSION")
        _add_person(made, reasoned=deed in _REASONED)
    _add_emergency(commands)


def declare(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Enter what a person declares, signed if an identity is given."""
    with working_on(workshop, arguments.plan) as opened:
        approvals = Approvals(opened)
        declared = approvals.declaration(
            arguments.deed, arguments.by, arguments.role, arguments.reason, arguments.version
        )
        _check(approvals, declared)
        note = separation_note(opened)
        say(printable(declared.sentence))
        act = approvals.enter(declared, _signed(workshop, opened, declared, arguments))
        now = approvals.course
    say(*outcome(act, now), *([note] if note else []))
    return FINE


def emergency(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Issue the plan as it is at once; somebody else reviews it afterwards."""
    with working_on(workshop, arguments.plan) as opened:
        opened.save()
        approvals = Approvals(opened)
        number = proposal(opened.plan, workshop.history(arguments.plan)).number(material=True)
        declared = approvals.declaration(
            Deed.ISSUED_IN_EMERGENCY, arguments.by, arguments.role, arguments.reason, number
        )
        _check(approvals, declared)
        note = separation_note(opened)
        say(printable(declared.sentence))
        signed = _signed(workshop, opened, declared, arguments)
        act = approvals.enter(declared, signed, arguments.review_by)
        now = approvals.course
    say(*outcome(act, now), *([note] if note else []))
    return FINE


def _check(approvals: Approvals, declared: Declaration) -> None:
    """Nobody reads, or signs, what would not be taken.

    Raises:
        ActNotAllowed: the law does not allow it.
    """
    refusal = approvals.refusal(declared)
    if refusal is not None:
        raise ActNotAllowed(refusal)


def outcome(act: Act, now: Course) -> list[str]:
    """Where a version stands after an act."""
    issue = now.issue(act.version)
    if act.deed is Deed.WITHDRAWN:
        return [f"Version {act.version} is withdrawn."]
    if act.deed is Deed.REVIEWED_AFTERWARDS:
        return [f"Version {act.version} was reviewed after the emergency."]
    if issue is not None:
        lines = [f"Version {act.version} is issued. Content SHA-256: {act.content}"]
        if issue.review_owed and issue.act.due is not None:
            lines.append(f"Somebody else has to review it by {issue.act.due:%Y-%m-%d}.")
        return lines
    if now.open is None:
        return [f"Version {act.version} was sent back; edit the plan and submit it again."]
    waiting = [f"It waits for {printable(missing)}." for missing in awaited(now.open)]
    return [f"Version {act.version} is in review.", *waiting]


def _add_emergency(commands: "Commands") -> None:
    made = add_command(
        commands,
        "emergency",
        "Issue the plan at once, before it is reviewed; a review has to follow.",
        emergency,
        "irplan version emergency plan.irplan --by 'Carl Dent' --role CEO "
        "--reason 'The call tree was wrong during an incident'",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    _add_person(made, reasoned=True)
    made.add_argument(
        "--review-by", type=_day, metavar="DATE", help="the day the review is due; in 14 days"
    )


def _add_person(made: argparse.ArgumentParser, *, reasoned: bool) -> None:
    made.add_argument("--by", required=True, metavar="NAME", help="who declares it")
    made.add_argument("--role", default="", metavar="ROLE", help="as what, such as CISO")
    made.add_argument("--reason", default="", required=reasoned, metavar="TEXT")
    add_key(made, "sign with that identity")


def _signed(
    workshop: Workshop, opened: OpenPlan, declared: Declaration, arguments: argparse.Namespace
) -> Signed | None:
    """The signature wanted, once it is known that the declaration would be taken."""
    key = key_of(arguments)
    if key is None:
        return None
    signed = sign(declared, key, workshop.identities, opened.plan.acts.values())
    note = name_note(declared.by, signed.subject)
    if note:
        say(f"Note: {printable(note)}")
    return signed


def _day(text: str) -> date:
    found = parse_date(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-11-30")
    return found
