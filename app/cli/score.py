"""`irplan score`: a second score of an incident, beside the plan's severity."""

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import say, say_json
from app.cli.score_report import factor_lines, factor_report, score_lines, score_report
from app.domain.errors import IrplanError
from app.domain.plan.nciss import score

if TYPE_CHECKING:
    from app.cli.command import Commands


class ValueUnreadable(IrplanError):
    """A word that is not FACTOR=VALUE, or a factor that is given twice."""

    code: ClassVar[str] = "score.unreadable-value"


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "score",
        "Work out the NCISS score of an incident; without values, list what can be given.",
        run,
        "irplan score --nciss functional=minimal-critical activity=presence \\\n"
        "      location=business-network actor=criminal information=privacy \\\n"
        "      recoverability=supplemented sector=banking-finance potential=low",
    )
    made.add_argument(
        "--nciss",
        nargs="*",
        default=[],
        metavar="FACTOR=VALUE",
        help="the value of each of the eight factors",
    )
    made.add_argument("--json", action="store_true", help="print a report for programs")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print the score, or the factors and their values when none is given."""
    values = _values(arguments.nciss)
    if not values:
        if arguments.json:
            say_json(factor_report())
        else:
            say(*factor_lines())
        return FINE
    found = score(values)
    if arguments.json:
        say_json(score_report(found))
    else:
        say(*score_lines(found))
    return FINE


def _values(words: Iterable[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for word in words:
        factor, found, value = word.partition("=")
        if not (found and factor and value):
            raise ValueUnreadable(
                f"The value {word!r} cannot be read; write it as FACTOR=VALUE, such as "
                "recoverability=regular.",
                value=word,
            )
        if factor in values:
            raise ValueUnreadable(
                f"The factor {factor!r} is given twice; give it once.", factor=factor
            )
        values[factor] = value
    return values
