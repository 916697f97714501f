"""Default paragraphs that rest on an answer come and go with it; a person's own words stay."""

from collections.abc import Iterator, Sequence

from app.domain.document.prose.nodes import Block
from app.domain.document.prose.reader import read
from app.domain.document.prose.writer import write
from app.domain.interview.conditions import Answers, holds
from app.domain.interview.template import SectionTemplate

Blocks = list[Block]


def redrafted(source: str, template: SectionTemplate, before: Answers, after: Answers) -> str:
    """`source` with the default texts that `after` calls for and `before` did not.

    Those it no longer calls for go, unless somebody has reworded them. A new one is put
    behind the default text before it that is still there, or else at the end.
    """
    if all(holds(item.when, before) == holds(item.when, after) for item in template.prose):
        return source
    text: Blocks = list(read(source))
    place = 0
    for item in template.prose:
        block = read(item.text)
        at = _find(text, block)
        if at is None and holds(item.when, after) and not holds(item.when, before):
            at = place or _behind_defaults(text, template)
            text[at:at] = block
        elif at is not None and holds(item.when, before) and not holds(item.when, after):
            del text[at : at + len(block)]
            continue
        if at is not None:
            place = at + len(block)
    return write(tuple(text))


def same_text(first: str, second: str) -> bool:
    """Whether two texts say the same, however they are spelled."""
    return first == second or read(first) == read(second)


def _find(text: Blocks, block: Sequence[Block]) -> int | None:
    length = len(block)
    for at in range(len(text) - length + 1):
        if length and tuple(text[at : at + length]) == tuple(block):
            return at
    return None


def _behind_defaults(text: Blocks, template: SectionTemplate) -> int:
    """Before the first default text that is there; at the end when none is."""
    return min(_places(text, template), default=len(text))


def _places(text: Blocks, template: SectionTemplate) -> Iterator[int]:
    for item in template.prose:
        at = _find(text, read(item.text))
        if at is not None:
            yield at
