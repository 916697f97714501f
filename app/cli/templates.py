"""`irplan templates`: which templates there are, and what one of them looks like."""

import argparse
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import say, say_table
from app.domain.interview.conditions import holds
from app.domain.interview.template import PlanTemplate

if TYPE_CHECKING:
    from app.cli.command import Commands
    from app.services.library import TemplateSummary


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "templates",
        "List the plan templates, or show how one of them is arranged.",
        run,
        "irplan templates small",
    )
    made.add_argument("template", nargs="?", default="", metavar="ID", help="the one to show")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print one line a template, or the outline of one."""
    if arguments.template:
        _show(workshop.template(arguments.template))
        return FINE
    rows = ((item.id, item.language, _length(item), item.name) for item in workshop.templates())
    say_table(("ID", "LANGUAGE", "LENGTH", "NAME"), rows)
    return FINE


def _show(template: PlanTemplate) -> None:
    topical = [question for question in template.questions.values() if question.topic]
    asked = sum(1 for question in topical if holds(question.when, {}))
    say(
        template.name,
        template.description.strip(),
        f"Arrangement: {template.arrangement.strip()}",
        f"Frameworks: {', '.join(template.frameworks)}",
        f"Length: {_length(template)} before the annexes",
        f"Interview: {asked} questions in {len(template.topics)} topics, and"
        f" {len(topical) - asked} that depend on answers",
    )
    for number, part in enumerate(template.parts, start=1):
        say("", f"{number} {part.title}")
        rows = (
            (f"  {number}.{at}", template.by_key[key].title, template.by_key[key].purpose)
            for at, key in enumerate(part.sections, start=1)
        )
        for row in rows:
            say("  ".join(row))


def _length(template: "PlanTemplate | TemplateSummary") -> str:
    fewest, most = template.pages
    return f"{fewest}-{most} pages"
