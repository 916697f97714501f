"""The crosswalk, from frameworks/crosswalk.csv: one related pair of requirements a line."""

import csv
from collections.abc import Callable, Iterator
from enum import Enum
from io import StringIO
from typing import Final, TypeVar

from app.domain.judgement.crosswalk import Crosswalk, CrosswalkRow, Relation, SourceKind
from app.domain.judgement.requirements import Confidence, canonical_id
from app.domain.plan.ids import is_record_id
from app.persistence.library.files import LibraryFile, text_of
from app.persistence.library.problems import Placed, Problems

COLUMNS: Final = (
    "framework",
    "requirement",
    "other_framework",
    "other_requirement",
    "relation",
    "source",
    "source_kind",
    "confidence",
)

E = TypeVar("E", bound=Enum)

Note = Callable[[str, str], None]
"""Notes what is wrong with a column of one line."""


def read_crosswalk(file: LibraryFile) -> Crosswalk:
    """The crosswalk in `file`; an empty one if there is no such file.

    Raises:
        LibraryFileInvalid: With every problem of the file.
    """
    if not file.path.exists():
        return Crosswalk()
    problems = Problems()
    text = text_of(file, problems)
    rows = [] if text is None else list(_rows(file.name, text, problems))
    _check_pairs(rows, problems)
    problems.raise_any()
    return Crosswalk(row.item for row in rows)


def _rows(file: str, text: str, problems: Problems) -> Iterator[Placed[CrosswalkRow]]:
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        if tuple(next(reader, ())) != COLUMNS:
            problems.note(file, "line 1", f"the columns are not {', '.join(COLUMNS)}")
            return
        for cells in reader:
            line = f"line {reader.line_num}"
            if len(cells) == len(COLUMNS):
                row = _row(dict(zip(COLUMNS, cells, strict=True)), file, line, problems)
                yield Placed(file, line, row)
            else:
                sentence = f"has {len(cells)} columns instead of {len(COLUMNS)}"
                problems.note(file, line, sentence)
    except csv.Error as error:
        problems.note(file, f"line {reader.line_num}", f"is no line of a CSV file ({error})")


def _row(cells: dict[str, str], file: str, line: str, problems: Problems) -> CrosswalkRow:
    def note(column: str, sentence: str) -> None:
        problems.note(file, f"{line}, column {column}", sentence)

    if not cells["source"].strip():
        note("source", "is blank")
    return CrosswalkRow(
        framework=_framework("framework", cells, note),
        requirement=_requirement("requirement", cells, note),
        other_framework=_framework("other_framework", cells, note),
        other_requirement=_requirement("other_requirement", cells, note),
        relation=_choice(Relation, "relation", cells, note) or Relation.RELATED,
        source=cells["source"],
        source_kind=_choice(SourceKind, "source_kind", cells, note) or SourceKind.OWN,
        confidence=_choice(Confidence, "confidence", cells, note) or Confidence.MEMORY,
    )


def _framework(column: str, cells: dict[str, str], note: Note) -> str:
    name = cells[column]
    if not is_record_id(name):
        note(column, f"{name!r} is no id; use lower-case letters, digits, dots and dashes")
    return name


def _requirement(column: str, cells: dict[str, str], note: Note) -> str:
    spelled = cells[column]
    if not spelled.strip():
        note(column, "is blank")
    elif spelled != canonical_id(spelled):
        note(column, f"write it '{canonical_id(spelled)}'")
    return spelled


def _choice(choices: type[E], column: str, cells: dict[str, str], note: Note) -> E | None:
    for choice in choices:
        if choice.value == cells[column]:
            return choice
    allowed = ", ".join(choice.value for choice in choices)
    note(column, f"{cells[column]!r} is none of {allowed}")
    return None


def _check_pairs(rows: list[Placed[CrosswalkRow]], problems: Problems) -> None:
    taken: dict[frozenset[tuple[str, str]], str] = {}
    for row in rows:
        pair = frozenset(
            {
                (row.item.framework, row.item.requirement),
                (row.item.other_framework, row.item.other_requirement),
            }
        )
        if len(pair) == 1:
            problems.note(row.file, row.place, "relates a requirement to itself")
        elif pair in taken:
            problems.note(row.file, row.place, f"relates the same two as {taken[pair]}")
        taken.setdefault(pair, row.place)
