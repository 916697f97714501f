"""Prose as plain text, for counting, searching, spell checking and the clipboard."""

from collections.abc import Callable
from typing import assert_never

from app.domain.document.inline import LineBreak, Link, Text
from app.domain.document.prose.nodes import Inline, Inlines, Prose, Reference, Variable
from app.domain.document.prose.walk import lines


def plain_text(prose: Prose, resolve: Callable[[str], str] | None = None) -> str:
    """The words of `prose`: a line for each paragraph, entry and row, tabs between cells.

    `resolve` gives the value of a variable by its name; without it, `{{name}}` stays.
    """
    shown = resolve or "{{{{{}}}}}".format
    return "\n".join("\t".join(_words(cell, shown) for cell in line) for line in lines(prose))


def _words(content: Inlines, resolve: Callable[[str], str]) -> str:
    return "".join(_word(inline, resolve) for inline in content)


def _word(inline: Inline, resolve: Callable[[str], str]) -> str:
    match inline:
        case Text(text):
            return text
        case LineBreak():
            return "\n"
        case Variable(name):
            return resolve(name)
        case Link(content=content):
            return "".join(text.text for text in content)
        case Reference(target=target, content=content):
            return "".join(text.text for text in content) or target
        case _:
            assert_never(inline)
