"""Fields in a foreign header or footer: those that only tell of the document stay."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from app.export.word.donor.pruning import remove, unwrap
from app.export.word.oxml import NAMESPACES, Element

HARMLESS: Final = frozenset(
    {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "TITLE", "SUBJECT"}
)
"""Fields that read nothing but the document they stand in."""
_W: Final = f"{{{NAMESPACES['w']}}}"
_NAME: Final = re.compile(r"\s*([A-Za-z]+)")
_MARKS: Final = (f"{_W}fldChar", f"{_W}instrText")
_SHOWN: Final = tuple(f"{_W}{name}" for name in ("t", "tab", "br", "sym", "drawing", "pict"))
"""What a run can show; inside an instruction it is no text of the page."""
_KIND: Final = f"{_W}fldCharType"
_NAMELESS: Final = "?"


def defused(part: Element) -> tuple[str, ...]:
    """Turn every other field of `part` into the text it shows; the names of those, once each."""
    names = [*_simple(part), *_complex(part)]
    return tuple(dict.fromkeys(names))


def instructions(part: Element) -> frozenset[str]:
    """The names of the fields in `part`."""
    simple = (one.get(f"{_W}instr", "") for one in part.iter(f"{_W}fldSimple"))
    spelt = (one.text or "" for one in part.iter(f"{_W}instrText"))
    return frozenset(name for text in (*simple, *spelt) if (name := _name(text)))


def _simple(part: Element) -> Iterator[str]:
    for one in list(part.iter(f"{_W}fldSimple")):
        name = _name(one.get(f"{_W}instr", ""))
        if name not in HARMLESS:
            yield name or _NAMELESS
            unwrap(one)


@dataclass(slots=True)
class _Field:
    """A field whose end has not come yet; `telling` until its result begins."""

    marks: list[Element] = field(default_factory=list)
    hidden: list[Element] = field(default_factory=list)
    telling: bool = True


def _complex(part: Element) -> Iterator[str]:
    """Instructions may be spelt over many runs, or by fields inside: those are no harmless ones."""
    opened: list[_Field] = []
    for item in list(part.iter(*_MARKS, *_SHOWN)):
        begins = item.get(_KIND) == "begin"
        for outer in opened:
            if outer.telling and (begins or item.tag in _SHOWN):
                outer.hidden.append(item)
        if begins:
            opened.append(_Field([item]))
        elif item.tag in _MARKS:
            yield from _continued(opened, item)
    for unfinished in opened:
        _drop(unfinished.marks)
        yield _spelt(unfinished.marks)


def _continued(opened: list[_Field], mark: Element) -> Iterator[str]:
    """Take `mark` into the innermost open field; the name of that field if it ends and goes."""
    if not opened:
        remove(mark)
        return
    opened[-1].marks.append(mark)
    opened[-1].telling &= mark.get(_KIND) != "separate"
    if mark.get(_KIND) == "end":
        yield from _settled(opened.pop())


def _settled(done: _Field) -> Iterator[str]:
    name = _spelt(done.marks)
    if done.hidden or name not in HARMLESS:
        _drop([*done.marks, *done.hidden])
        yield name


def _spelt(marks: list[Element]) -> str:
    told = "".join(mark.text or "" for mark in marks if mark.tag == f"{_W}instrText")
    return _name(told) or _NAMELESS


def _name(instruction: str) -> str:
    found = _NAME.match(instruction)
    return found[1].upper() if found else ""


def _drop(marks: list[Element]) -> None:
    for mark in marks:
        remove(mark)
