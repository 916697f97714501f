"""`irplan languages`: the languages of plans, and what a translator still has to do."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import say, say_table
from app.domain.interview.language import Language
from app.domain.interview.wording import texts_of

if TYPE_CHECKING:
    from app.cli.command import Commands


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "languages",
        "List the languages plans can be written in, or the texts a translator needs.",
        run,
        "irplan languages --texts en-US > texts.yaml",
    )
    made.add_argument(
        "--texts",
        metavar="TAG",
        help="print the texts this language says no differently, as a file to translate",
    )


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print one line a language, or the file to translate."""
    if arguments.texts is not None:
        language = workshop.language(arguments.texts)
        sys.stdout.writelines(_form(workshop, language))
        return FINE
    texts = _texts(workshop)
    rows = (
        (item.tag, item.name, str(sum(1 for text in texts if item.words(text) != text)))
        for item in workshop.library.languages()
    )
    say_table(("TAG", "NAME", f"TEXTS THAT DIFFER OF {len(texts)}"), rows)
    say("", "How to add a language: CONTRIBUTING.md, A language.")
    return FINE


def _texts(workshop: Workshop) -> tuple[str, ...]:
    """Every text of every template once."""
    met: dict[str, None] = {}
    for summary in workshop.templates():
        met.update(dict.fromkeys(texts_of(workshop.template(summary.id))))
    return tuple(met)


def _form(workshop: Workshop, language: Language) -> Iterator[str]:
    yield f"# Texts of the library for {language.name}: put the translation behind text.\n"
    yield "texts:\n"
    for text in _texts(workshop):
        if language.words(text) == text:
            spelled = json.dumps(text, ensure_ascii=False)
            yield f"  - base: {spelled}\n    text: {spelled}\n"
