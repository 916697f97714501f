"""`irplan frameworks`: which frameworks a plan can be held against, and what they require."""

import argparse
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.frameworks_report import (
    REPORT_FORMAT,
    JudgedBy,
    counts,
    framework_data,
    requirement_data,
    requirement_lines,
)
from app.cli.output import say, say_json, say_table

if TYPE_CHECKING:
    from app.cli.command import Commands
    from app.services.library import Library


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "frameworks",
        "List the frameworks, or the requirements of one.",
        run,
        "irplan frameworks nist-csf-2-0",
    )
    made.add_argument("framework", nargs="?", metavar="ID", help="show one with its requirements")
    made.add_argument("--json", action="store_true", help="print a report for programs")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print one line a framework, or one framework whole."""
    library = workshop.library
    structural = frozenset(element.id for element in library.elements() if element.structural)
    if arguments.framework is None:
        _print_all(library, structural, as_json=arguments.json)
    else:
        _print_one(library, arguments.framework, structural, as_json=arguments.json)
    return FINE


def _print_all(library: "Library", structural: frozenset[str], *, as_json: bool) -> None:
    shelf = [library.framework(summary.id) for summary in library.frameworks()]
    if as_json:
        listed = [framework_data(framework, structural) for framework in shelf]
        say_json({"format": REPORT_FORMAT, "frameworks": listed})
        return
    rows = (
        (
            framework.id,
            framework.status.value.replace("-", " "),
            str(len(framework.chosen())),
            str(by[JudgedBy.STRUCTURE]),
            str(by[JudgedBy.PERSON]),
            f"{framework.name}; {framework.edition}",
        )
        for framework in shelf
        for by in (counts(framework, structural),)
    )
    heads = ("ID", "STATUS", "REQUIREMENTS", "BY STRUCTURE", "BY A PERSON", "NAME AND EDITION")
    say_table(heads, rows)


def _print_one(
    library: "Library", framework_id: str, structural: frozenset[str], *, as_json: bool
) -> None:
    framework = library.framework(framework_id)
    if not as_json:
        say(*requirement_lines(framework, structural))
        return
    crosswalk = library.crosswalk()
    listed = [
        requirement_data(framework, item, structural, crosswalk) for item in framework.requirements
    ]
    whole = {
        **framework_data(framework, structural),
        "licence": framework.licence,
        "url": framework.url,
        "note": framework.note,
        "read_on": framework.read_on.isoformat(),
    }
    say_json({"format": REPORT_FORMAT, "framework": whole, "requirements": listed})
