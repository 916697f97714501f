"""`irplan diff`: what changed between two versions of a plan, or between two plan files."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.diff_report import Compared, lines, report
from app.cli.exits import FINE
from app.cli.output import say, say_json
from app.domain.comparing.comparing import compare
from app.domain.errors import IrplanError
from app.services.history import DRAFT, PlanHistory, State, newest_version, state_at

if TYPE_CHECKING:
    from app.cli.command import Commands

_SUFFIX = ".irplan"
"""What a second word ends with that names a file, not a version."""


class OneTooMany(IrplanError):
    """Two files and something else."""

    code: ClassVar[str] = "diff.one-too-many"

    def __init__(self, word: str) -> None:
        super().__init__(
            f"Two files are compared as they are now; leave out {word!r}.",
            word=word,
        )


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "diff",
        "Say what changed in a plan, record by record, and whether that is material.",
        run,
        "irplan diff plan.irplan 1.0 draft",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument(
        "old",
        nargs="?",
        metavar="FROM",
        help="a version such as 1.0, draft for the plan as it is now, a revision such as @12, or "
        "another .irplan file that PLAN became; the newest version unless given",
    )
    made.add_argument("new", nargs="?", metavar="TO", help="the same; draft unless given")
    made.add_argument("--json", action="store_true", help="print a report for programs")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print every difference; that there are some is no failure."""
    old, new = _states(workshop, arguments)
    compared = Compared(old, new, compare(old.plan, new.plan))
    if arguments.json:
        say_json(report(compared))
    else:
        say(*lines(compared))
    return FINE


def _states(workshop: Workshop, arguments: argparse.Namespace) -> tuple[State, State]:
    history = workshop.history(arguments.plan)
    if arguments.old is not None and arguments.old.lower().endswith(_SUFFIX):
        if arguments.new is not None:
            raise OneTooMany(arguments.new)
        other = Path(arguments.old)
        return _now(history, arguments.plan), _now(workshop.history(other), other)
    old = newest_version(history) if arguments.old is None else arguments.old
    new = DRAFT if arguments.new is None else arguments.new
    return state_at(history, old), state_at(history, new)


def _now(history: PlanHistory, path: Path) -> State:
    """The plan as it is, by the name of its file."""
    return replace(state_at(history), point=path.name)
