"""`irplan version submit` and `recall`: putting a plan into review, and taking it back."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import printable, say
from app.cli.working import working_on
from app.domain.lifecycle.approving.course import Round
from app.domain.plan.acts import Route
from app.domain.plan.upkeep import ApprovalRule
from app.services.approving.approvals import Approvals, Submission
from app.services.approving.overview import awaited
from app.services.approving.proposing import Proposal, proposal

if TYPE_CHECKING:
    from app.cli.command import Commands


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "submit",
        "Submit the plan as it is for review; its number follows from what changed.",
        submit,
        "irplan version submit plan.irplan --summary 'New call tree' "
        "--reviewer 'Rita Moss' --approver 'Carl Dent'",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("--summary", required=True, metavar="TEXT", help="what changed")
    _add_route(made)
    weight = made.add_mutually_exclusive_group()
    for name in ("minor", "major"):
        weight.add_argument(
            f"--{name}",
            dest="material",
            action="store_const",
            const=name == "major",
            help=f"number it as a {name} version, whatever is proposed",
        )
    made.add_argument(
        "--because", default="", metavar="TEXT", help="why it is weighed otherwise than proposed"
    )
    made.add_argument("--by", metavar="NAME", help="who submits; you unless given")
    made.add_argument("--role", default="", metavar="ROLE", help="as what")
    back = add_command(
        commands,
        "recall",
        "Take the version in review back to be edited; what was said of it is void.",
        recall,
        "irplan version recall plan.irplan --reason 'A number was missing'",
    )
    back.add_argument("plan", type=Path, metavar="PLAN")
    back.add_argument("--by", metavar="NAME", help="who takes it back; you unless given")
    back.add_argument("--reason", default="", metavar="TEXT")


def _add_route(made: argparse.ArgumentParser) -> None:
    for whom in ("reviewer", "approver"):
        made.add_argument(
            f"--{whom}",
            action="append",
            metavar="NAME",
            help="may be given again; those asked the last time unless given",
        )
    made.add_argument(
        "--rule",
        type=ApprovalRule,
        metavar="any|all|order|quorum",
        help="whose approvals make it valid",
    )
    made.add_argument("--quorum", type=int, metavar="N", help="how many approve by that rule")
    made.add_argument("--reviews", type=int, metavar="N", help="how many review it first")


def submit(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Put the plan into review and say what happens next."""
    with working_on(workshop, arguments.plan) as opened:
        opened.save()
        proposed = proposal(opened.plan, workshop.history(arguments.plan))
        material = proposed.material if arguments.material is None else arguments.material
        said = Submission(
            by=arguments.by or opened.store.actor,
            reason=arguments.summary,
            route=_route(proposed, arguments),
            number=proposed.number(material=material),
            material=material,
            proposed=proposed.material,
            overruled=arguments.because,
            role=arguments.role,
        )
        act = Approvals(opened).submit(said)
    weight = "material" if act.material else "not material"
    say(
        f"Version {act.version} is in review; its changes are {weight}.",
        f"Content SHA-256: {act.content}",
        *(f"It waits for {printable(missing)}." for missing in awaited(Round(act))),
    )
    return FINE


def recall(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Take the version in review back."""
    with working_on(workshop, arguments.plan) as opened:
        by = arguments.by or opened.store.actor
        act = Approvals(opened).recall(by, arguments.reason)
    say(f"Version {act.version} was taken back; it can be edited and submitted again.")
    return FINE


def _route(proposed: Proposal, arguments: argparse.Namespace) -> Route:
    route = proposed.route
    if arguments.reviewer is not None:
        route = replace(route, reviewers=tuple(arguments.reviewer))
    if arguments.approver is not None:
        route = replace(route, approvers=tuple(arguments.approver))
    stated = {
        name: value
        for name in ("rule", "quorum", "reviews")
        if (value := getattr(arguments, name)) is not None
    }
    return replace(route, **stated)
