"""`irplan check`: what the plan leaves open."""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.check_report import report, requirement_lines
from app.cli.command import add_command
from app.cli.exits import FINDINGS, FINE
from app.cli.output import percent, say, say_json, say_table
from app.domain.judgement.coverage import Verdict
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Weight
from app.domain.judgement.requirements import Framework

if TYPE_CHECKING:
    from app.cli.command import Commands

_WEIGHTS = {Weight.BLOCKS: "BLOCKS", Weight.WARN: "WARN", Weight.HINT: "HINT"}


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "check",
        "Judge a plan: completeness, coverage of the chosen frameworks, and findings.",
        run,
        "irplan check plan.irplan --json",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("--json", action="store_true", help="print a report for programs")
    made.add_argument(
        "--framework",
        action="append",
        default=[],
        metavar="ID",
        help="show each requirement of this framework, chosen in the plan or not; repeatable",
    )
    made.add_argument(
        "--strict",
        action="store_true",
        help="also end with 1 while a requirement is not met, partly met or waits for a person",
    )


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print the judgement; 1 when there are findings or, if strict, requirements not met."""
    asked = [workshop.library.framework(name) for name in dict.fromkeys(arguments.framework)]
    opened = workshop.open(arguments.plan, read_only=True)
    try:
        judgement = opened.judgement
        shown = asked or judgement.frameworks
        if arguments.json:
            say_json(report(judgement, shown))
        else:
            _print(judgement, asked)
    finally:
        opened.store.close()
    failed = judgement.findings() or (arguments.strict and _lacking(judgement, shown))
    return FINDINGS if failed else FINE


def _lacking(judgement: Judgement, frameworks: Iterable[Framework]) -> bool:
    """Whether anything in `frameworks` is neither met nor beside the point."""
    fine = {Verdict.MET, Verdict.NOT_APPLICABLE}
    statuses = (status for item in frameworks for status in judgement.held_against(item))
    return any(status.verdict not in fine for status in statuses)


def coverage_counts(judgement: Judgement, framework: Framework) -> Counter[Verdict]:
    """How many requirements of `framework` got each verdict."""
    return Counter(status.verdict for status in judgement.held_against(framework))


def short_name(framework: Framework) -> str:
    """The framework's name without what follows the first comma."""
    return framework.name.split(",", maxsplit=1)[0]


def _print(judgement: Judgement, asked: Sequence[Framework]) -> None:
    complete = sum(status.complete for status in judgement.sections.values())
    say(
        f"Complete: {percent(judgement.share)} ({complete} of {len(judgement.sections)} sections)",
        "",
    )
    say_table(
        ("FRAMEWORK", "MET", "PARTLY", "NOT MET", "NEEDS A PERSON"),
        (
            (short_name(framework), *(str(counts[verdict]) for verdict in _SHOWN))
            for framework in asked or judgement.frameworks
            for counts in (coverage_counts(judgement, framework),)
        ),
    )
    for framework in asked:
        say("", framework.name, *requirement_lines(judgement, framework))
    findings = judgement.findings()
    say("", f"Findings: {len(findings)}")
    for finding in findings:
        say(f"{_WEIGHTS[finding.weight]:<7} {finding.code}", f"        {finding.reason}")
        say(f"        {finding.fix}")


_SHOWN = (Verdict.MET, Verdict.PARTLY, Verdict.NOT_MET, Verdict.NEEDS_PERSON)
