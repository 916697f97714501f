"""`irplan reach`: who is reached through the communication trees, if the worst happens."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINDINGS, FINE
from app.cli.output import say, say_json
from app.cli.reach_report import lines
from app.cli.working import reading
from app.domain.errors import IrplanError
from app.domain.judgement.reachability.moment import moment_of, moment_on
from app.domain.judgement.reachability.scenario import Outages, Rates, Scenario
from app.domain.judgement.reachability.simulating import simulate
from app.domain.judgement.reachability.wording import RULES
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.people import ChannelKind
from app.domain.plan.plan import Plan
from app.services.clock import today
from app.services.notifying.clocks import DEFAULT_ZONE
from app.services.reaching.presets import PRESETS
from app.services.reaching.report import reach_data
from app.services.reaching.sheet import reach_csv

if TYPE_CHECKING:
    from app.cli.command import Commands

SIGN_ON, IN_BAND = "sso", "in-band"
"""What can be down besides a kind of channel."""

USUAL_RUNS = 1000
"""Runs where answer rates are given and nothing is said about runs."""


class RecordUnknown(IrplanError):
    """The plan has no tree, severity or person of that id or name."""

    code: ClassVar[str] = "reach.unknown-record"


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "reach",
        "Try out who is reached through the communication trees, when and how; 1 when somebody\n"
        "is not, or later than the severity allows.\n\n" + "\n".join(f"- {rule}" for rule in RULES),
        run,
        'irplan reach plan.irplan --severity s1 --at "Mon 03:00" --down email,sso \\\n'
        '      --away "Anna Keller" --rate mobile=0.8 --seed 7',
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("--tree", metavar="TREE", help="only this tree, by its id or name")
    made.add_argument("--severity", metavar="LEVEL", help="only trees that such an incident starts")
    made.add_argument("--preset", choices=list(PRESETS), help="a case worth trying")
    made.add_argument(
        "--at", metavar="WHEN", help='such as "Mon 03:00" or 2026-11-23T03:00+01:00; now otherwise'
    )
    made.add_argument("--time-zone", metavar="ZONE", help="IANA zone instead of the plan's")
    made.add_argument(
        "--down",
        type=_down,
        action="append",
        default=[],
        metavar="WHAT,...",
        help=f"{', '.join(kind.value for kind in ChannelKind)}: no address of the kind works; "
        f"{SIGN_ON}: single sign-on, so e-mail and messenger work only out of band; "
        f"{IN_BAND}: only addresses marked as out of band work",
    )
    _add_people_and_luck(made)


def _add_people_and_luck(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--away",
        action="append",
        default=[],
        metavar="NAME",
        help="somebody who does not answer, by name or id; may be given again",
    )
    for option, told in (
        ("--rate", "the share of tries that are answered, such as mobile=0.8"),
        ("--rate-out-of-hours", "the same outside working hours"),
    ):
        made.add_argument(
            option, type=_rate, action="append", default=[], metavar="KIND=RATE", help=told
        )
    made.add_argument("--seed", type=int, default=1, metavar="N", help="the same luck again")
    made.add_argument(
        "--runs", type=int, metavar="N", help=f"with rates {USUAL_RUNS}, otherwise none"
    )
    made.add_argument("--csv", type=Path, metavar="FILE", help="write a table for spreadsheets too")
    made.add_argument("--json", action="store_true", help="print a report for programs")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print who is reached; write the table where one is wanted."""
    with reading(workshop, arguments.plan) as opened:
        plan = opened.plan
    result = simulate(plan, _scenario(workshop, plan, arguments))
    if arguments.csv is not None:
        workshop.write(arguments.csv, reach_csv(result))
    if arguments.json:
        say_json(reach_data(result))
    else:
        say(*lines(result))
    late = any(node.late for node in result.nodes)
    return FINDINGS if result.unreached or late else FINE


def _scenario(workshop: Workshop, plan: Plan, arguments: argparse.Namespace) -> Scenario:
    zone = arguments.time_zone or plan.profile.time_zone or DEFAULT_ZONE
    rates = Rates(dict(arguments.rate), dict(arguments.rate_out_of_hours))
    runs = arguments.runs
    return Scenario(
        _moment(workshop, zone, arguments),
        zone,
        _one(plan, Kind.SEVERITY, arguments.severity),
        _one(plan, Kind.TREE, arguments.tree),
        _outages(arguments),
        frozenset(key for name in arguments.away for key in named(plan, Kind.PERSON, name)),
        rates,
        (USUAL_RUNS if rates.stated else 0) if runs is None else runs,
        arguments.seed,
    )


def _moment(workshop: Workshop, zone: str, arguments: argparse.Namespace) -> datetime:
    if arguments.at is not None:
        return moment_of(arguments.at, zone, today(workshop.clock))
    if arguments.preset is None:
        return workshop.clock.now()
    preset = PRESETS[arguments.preset]
    return moment_on(preset.weekday, preset.clock, zone, today(workshop.clock))


def _outages(arguments: argparse.Namespace) -> Outages:
    words = {word for given in arguments.down for word in given}
    known = Outages() if arguments.preset is None else PRESETS[arguments.preset].outages
    kinds = frozenset(kind for kind in ChannelKind if kind.value in words)
    return Outages(
        known.kinds | kinds, known.sign_on or SIGN_ON in words, known.in_band or IN_BAND in words
    )


def _one(plan: Plan, kind: Kind, word: str | None) -> RecordId | None:
    return None if word is None else named(plan, kind, word)[0]


def named(plan: Plan, kind: Kind, word: str) -> tuple[RecordId, ...]:
    """The record of that id, or else all of that name, of which there is at least one."""
    records = plan.table(kind)
    if word in records:
        return (RecordId(word),)
    wanted = word.strip().casefold()
    found = tuple(one.id for one in records.values() if one.name.strip().casefold() == wanted)
    if found:
        return found
    listed = ", ".join(_some(one.name for one in records.values())) or "none"
    raise RecordUnknown(
        f"The plan has nothing called {word!r} among its {kind.value}; it has {listed}.",
        record=word,
    )


def _some(names: Iterable[str], most: int = 20) -> Iterator[str]:
    for at, name in enumerate(names):
        if at == most:
            yield "others"
            return
        yield name


def _down(text: str) -> tuple[str, ...]:
    words = tuple(word.strip().lower() for word in text.split(",") if word.strip())
    known = {*(kind.value for kind in ChannelKind), SIGN_ON, IN_BAND}
    unknown = [word for word in words if word not in known]
    if unknown or not words:
        raise argparse.ArgumentTypeError(
            f"{text!r} is nothing that can be down; choose among {', '.join(sorted(known))}"
        )
    return words


def _rate(text: str) -> tuple[ChannelKind, float]:
    kind, found, share = text.partition("=")
    try:
        return ChannelKind(kind.strip().lower()), float(share if found else "")
    except ValueError as error:
        known = ", ".join(kind.value for kind in ChannelKind)
        raise argparse.ArgumentTypeError(
            f"{text!r} is no answer rate; write it as mobile=0.8, with one of {known}"
        ) from error
