"""`irplan clocks`: when each notice of a plan is due in an incident."""

import argparse
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from app.bootstrap import Workshop
from app.cli.clocks_report import OPTIONS, lines, report
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import say, say_json
from app.domain.errors import IrplanError
from app.domain.judgement.deadlines.case import Case
from app.domain.judgement.deadlines.moments import Moments, moment_from
from app.domain.judgement.deadlines.results import Deadline
from app.domain.judgement.deadlines.timeline import timeline
from app.domain.judgement.deadlines.wording import START_WORDS
from app.domain.judgement.regimes import EntityKind
from app.domain.plan.profile import Profile
from app.services.notifying.clocks import case_of

if TYPE_CHECKING:
    from app.cli.command import Commands


class SubmissionUnreadable(IrplanError):
    """A submission that does not name a duty, a notice and a time."""

    code: ClassVar[str] = "clocks.unreadable-submission"


class SubmissionUnknown(IrplanError):
    """A submission of a notice that the plan does not have."""

    code: ClassVar[str] = "clocks.unknown-submission"


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "clocks",
        "Work out when each notice of the plan is due. Not legal advice.",
        run,
        "irplan clocks plan.irplan --awareness 2026-11-20T16:40+01:00 \\\n"
        "      --submitted eu-dora-19/initial=2026-11-20T19:00+01:00 --country DE",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    for option, start in OPTIONS.items():
        made.add_argument(
            f"--{option}",
            metavar="TIME",
            help=f"{START_WORDS[start]}, with its offset from UTC",
        )
    made.add_argument(
        "--submitted",
        action="append",
        default=[],
        metavar="DUTY/NOTICE=TIME",
        help="a notice that was submitted; may be given more than once",
    )
    made.add_argument("--time-zone", metavar="ZONE", help="IANA zone instead of the plan's")
    made.add_argument("--country", metavar="CODE", help="whose public holidays count, such as DE")
    made.add_argument(
        "--entity-kind",
        action="append",
        choices=[kind.value for kind in EntityKind],
        help="what the organisation is, where that decides on a relief",
    )
    made.add_argument("--json", action="store_true", help="print a report for programs")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print every notice, the most urgent first."""
    moments = _moments(arguments)
    opened = workshop.open(arguments.plan, read_only=True)
    try:
        plan = opened.plan
    finally:
        opened.store.close()
    case = _case(workshop, plan.profile, moments, arguments)
    found = timeline(plan.obligations.values(), workshop.library.regimes(), case)
    _check_submissions(moments, found)
    if arguments.json:
        say_json(report(plan.obligations.values(), found))
    else:
        say(*lines(found))
    return FINE


def _moments(arguments: argparse.Namespace) -> Moments:
    given = {option: getattr(arguments, option.replace("-", "_")) for option in OPTIONS}
    return Moments(
        {
            OPTIONS[option]: moment_from(text, f"--{option}")
            for option, text in given.items()
            if text is not None
        },
        dict(_submission(text) for text in arguments.submitted),
    )


def _submission(text: str) -> tuple[tuple[str, str], datetime]:
    notice, found, time = text.partition("=")
    duty, slash, step = notice.partition("/")
    if not (found and slash and duty and step):
        raise SubmissionUnreadable(
            f"The submission {text!r} cannot be read; write it as DUTY/NOTICE=TIME, such as "
            "eu-dora-19/initial=2026-11-20T19:00+01:00.",
            submission=text,
        )
    return (duty, step), moment_from(time, notice)


def _check_submissions(moments: Moments, found: Iterable[Deadline]) -> None:
    known = {(deadline.duty, deadline.step) for deadline in found}
    for duty, step in moments.submitted:
        if (duty, step) not in known:
            listed = ", ".join(sorted("/".join(notice) for notice in known)) or "none"
            raise SubmissionUnknown(
                f"The plan has no notice {duty}/{step}; it has {listed}.",
                submission=f"{duty}/{step}",
            )


def _case(
    workshop: Workshop, profile: Profile, moments: Moments, arguments: argparse.Namespace
) -> Case:
    kinds = arguments.entity_kind
    stated = None if kinds is None else frozenset(map(EntityKind, kinds))
    case = case_of(profile, moments, workshop.holidays, arguments.time_zone or "", stated)
    return replace(case, country=arguments.country) if arguments.country else case
