"""`irplan check`: what the plan leaves open."""

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINDINGS, FINE
from app.cli.output import percent, say, say_json, say_table
from app.domain.judgement.coverage import Verdict
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.requirements import Framework

if TYPE_CHECKING:
    from app.cli.command import Commands

REPORT_FORMAT = "irplan-check/1"
"""Names the shape of the JSON report."""

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


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print the judgement; 1 when there are findings."""
    opened = workshop.open(arguments.plan, read_only=True)
    try:
        judgement = opened.judgement
        if arguments.json:
            say_json(_report(judgement))
        else:
            _print(judgement)
    finally:
        opened.store.close()
    return FINDINGS if judgement.findings() else FINE


def coverage_counts(judgement: Judgement, framework: str) -> Counter[Verdict]:
    """How many requirements of `framework` got each verdict."""
    return Counter(status.verdict for status in judgement.coverage(framework))


def short_name(framework: Framework) -> str:
    """The framework's name without what follows the first comma."""
    return framework.name.split(",", maxsplit=1)[0]


def _print(judgement: Judgement) -> None:
    complete = sum(status.complete for status in judgement.sections.values())
    say(
        f"Complete: {percent(judgement.share)} ({complete} of {len(judgement.sections)} sections)",
        "",
    )
    say_table(
        ("FRAMEWORK", "MET", "PARTLY", "NOT MET", "NEEDS A PERSON"),
        (
            (short_name(framework), *(str(counts[verdict]) for verdict in _SHOWN))
            for framework in judgement.frameworks
            for counts in (coverage_counts(judgement, framework.id),)
        ),
    )
    findings = judgement.findings()
    say("", f"Findings: {len(findings)}")
    for finding in findings:
        say(f"{_WEIGHTS[finding.weight]:<7} {finding.code}", f"        {finding.reason}")
        say(f"        {finding.fix}")


_SHOWN = (Verdict.MET, Verdict.PARTLY, Verdict.NOT_MET, Verdict.NEEDS_PERSON)


def _report(judgement: Judgement) -> dict[str, object]:
    return {
        "format": REPORT_FORMAT,
        "plan": judgement.plan.id,
        "complete": round(judgement.share, 4),
        "sections": {
            key: {"done": status.done, "needed": status.needed, "applicable": status.applicable}
            for key, status in judgement.sections.items()
        },
        "coverage": {
            framework.id: {
                status.requirement.id: {
                    "verdict": status.verdict.value,
                    "reason": status.reason,
                    "confidence": status.requirement.confidence.value,
                }
                for status in judgement.coverage(framework.id)
            }
            for framework in judgement.frameworks
        },
        "findings": [_finding(finding) for finding in judgement.findings()],
        "accepted": [_finding(finding) for finding in judgement.findings(accepted=True)],
    }


def _finding(finding: Finding) -> dict[str, str]:
    return {
        "code": finding.code,
        "weight": finding.weight.value,
        "record": f"{finding.kind.value}/{finding.record}",
        "field": finding.field,
        "section": finding.section,
        "reason": finding.reason,
        "fix": finding.fix,
    }
