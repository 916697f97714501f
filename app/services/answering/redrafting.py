"""Default paragraphs that rest on an answer come and go with it; a person's own words stay."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.domain.document.prose.nodes import Block, ListBlock
from app.domain.document.prose.reader import read
from app.domain.document.prose.writer import write
from app.domain.interview.conditions import Answers, holds
from app.domain.interview.template import SectionTemplate


@dataclass(frozen=True, slots=True)
class _Part:
    """A block, or one entry of a list, which `begins` the list or goes on with the one above."""

    block: Block
    begins: bool = True


_Text = list[_Part]


def redrafted(source: str, template: SectionTemplate, before: Answers, after: Answers) -> str:
    """`source` with the default texts that `after` calls for and `before` did not.

    Those it no longer calls for go, unless somebody has reworded them. A new one is put
    behind the default text before it that is still there, or else at the end. Entries of lists
    that come to stand side by side are one list, as they are in a text that is drafted at once.
    """
    if all(holds(item.when, before) == holds(item.when, after) for item in template.prose):
        return source
    text = _parts(read(source))
    place = 0
    for item in template.prose:
        block = _parts(read(item.text))
        at = _find(text, block)
        if at is None and holds(item.when, after) and not holds(item.when, before):
            at = place or _behind_defaults(text, template)
            _put(text, at, at, block)
        elif at is not None and holds(item.when, before) and not holds(item.when, after):
            _put(text, at, at + len(block), [])
            continue
        if at is not None:
            place = at + len(block)
    return write(tuple(_joined(text)))


def same_text(first: str, second: str) -> bool:
    """Whether two texts say the same, however they are spelled."""
    return first == second or read(first) == read(second)


def _parts(blocks: Iterable[Block]) -> _Text:
    found: _Text = []
    for block in blocks:
        if isinstance(block, ListBlock):
            entries = (ListBlock((item,), block.ordered) for item in block.items)
            found += (_Part(entry, begins=at == 0) for at, entry in enumerate(entries))
        else:
            found.append(_Part(block))
    return found


def _joined(text: _Text) -> list[Block]:
    blocks: list[Block] = []
    for part in text:
        joined = None if part.begins or not blocks else _one_list(blocks[-1], part.block)
        if joined is None:
            blocks.append(part.block)
        else:
            blocks[-1] = joined
    return blocks


def _one_list(above: Block, block: Block) -> ListBlock | None:
    if not isinstance(above, ListBlock) or not isinstance(block, ListBlock):
        return None
    alike = above.ordered is block.ordered
    return ListBlock((*above.items, *block.items), block.ordered) if alike else None


def _put(text: _Text, start: int, end: int, new: _Text) -> None:
    """Put `new` in place of a stretch; it joins the lists on either side."""
    text[start:end] = new
    for at in (start, start + len(new)):
        text[at : at + 1] = [replace(part, begins=False) for part in text[at : at + 1]]


def _find(text: _Text, block: _Text) -> int | None:
    length, wanted = len(block), [part.block for part in block]
    for at in range(len(text) - length + 1):
        if length and [part.block for part in text[at : at + length]] == wanted:
            return at
    return None


def _behind_defaults(text: _Text, template: SectionTemplate) -> int:
    """Before the first default text that is there; at the end when none is."""
    return min(_places(text, template), default=len(text))


def _places(text: _Text, template: SectionTemplate) -> Iterator[int]:
    for item in template.prose:
        at = _find(text, _parts(read(item.text)))
        if at is not None:
            yield at
