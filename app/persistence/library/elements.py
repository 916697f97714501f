"""Elements of a plan, by theme in frameworks/elements/<theme>.yaml, as domain objects."""

from pathlib import Path
from typing import Any

from app.domain.judgement.elements.element import (
    Answered,
    Bounds,
    Covered,
    Element,
    MatrixFilled,
    RowCondition,
    Rows,
    Says,
    Test,
)
from app.domain.plan.links import LINKS
from app.domain.plan.plan import Kind
from app.persistence.library.field_paths import NotAField, types_at
from app.persistence.library.files import LibraryFile, load, yaml_files
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.row_conditions import read_conditions
from app.persistence.library.schema.base import validated, validated_choice
from app.persistence.library.schema.conditions import condition_from
from app.persistence.library.schema.elements import (
    TESTS,
    AnsweredFile,
    CoveredFile,
    ElementFile,
    ElementsFile,
    MatrixFile,
    RowsFile,
    SaysFile,
    TestFile,
)


def read_elements(folder: Path) -> tuple[Element, ...]:
    """Every element of every file in `folder`, file by file; none if there is no such folder.

    Raises:
        LibraryFileInvalid: With every problem of every file.
    """
    problems = Problems()
    taken: dict[str, str] = {}
    read = [
        element
        for file in yaml_files(folder.parent, folder)
        for element in _elements(file, taken, problems)
    ]
    problems.raise_any()
    return tuple(read)


def _elements(file: LibraryFile, taken: dict[str, str], problems: Problems) -> list[Element]:
    data = load(file, problems)
    content = None if data is None else validated(ElementsFile, data, file.name, problems)
    read = []
    for at, item in enumerate([] if content is None else content.elements):
        place = f"elements[{at}]"
        if item.id in taken:
            problems.note(file.name, f"{place}.id", f"'{item.id}' stands in {taken[item.id]} too")
        taken[item.id] = file.name
        read.append(_element(Placed(file.name, place, item), problems))
    return read


def _element(placed: Placed[ElementFile], problems: Problems) -> Element:
    item = placed.item
    tests = [
        _test(Placed(placed.file, f"{placed.place}.tests[{at}]", test), problems)
        for at, test in enumerate(item.tests)
    ]
    return Element(
        id=item.id,
        label=item.label,
        section=item.section,
        tests=tuple(test for test in tests if test is not None),
        when=condition_from(item.when),
    )


def _test(row: Placed[dict[str, Any]], problems: Problems) -> Test | None:
    file = validated_choice(TESTS, row, problems)
    return None if file is None else _declared(Placed(row.file, row.place, file), problems)


def _declared(placed: Placed[TestFile], problems: Problems) -> Test:
    match placed.item:
        case AnsweredFile() as answered:
            return _answered(placed, answered, problems)
        case RowsFile() as rows:
            return _rows(placed, rows, problems)
        case CoveredFile() as covered:
            return _covered(placed, covered, problems)
        case SaysFile() as says:
            return Says(tuple(says.in_), tuple(tuple(group) for group in says.says))
        case MatrixFile():
            return MatrixFilled()


def _answered(placed: Placed[TestFile], item: AnsweredFile, problems: Problems) -> Answered:
    asked = len(item.answered)
    if item.least is not None and item.least > asked:
        problems.note(placed.file, f"{placed.place}.least", f"is more than the {asked} questions")
    bounded = item.at_least is not None or item.at_most is not None
    bounds = Bounds(item.at_least, item.at_most) if bounded else None
    return Answered(tuple(item.answered), item.least, tuple(item.other_than or ()), bounds)


def _rows(placed: Placed[TestFile], item: RowsFile, problems: Problems) -> Rows:
    for at, path in enumerate(item.filled or []):
        try:
            types_at(item.rows, path)
        except NotAField as error:
            problems.note(placed.file, f"{placed.place}.filled[{at}]", str(error))
    if item.every and not (item.filled or item.meets):
        sentence = "goes with filled or meets; say what none may fail"
        problems.note(placed.file, f"{placed.place}.every", sentence)
    where = _conditions(placed, item.rows, "where", item.where, problems)
    meets = _conditions(placed, item.rows, "meets", item.meets, problems)
    return Rows(item.rows, item.least, where, tuple(item.filled or []), meets, item.every)


def _covered(placed: Placed[TestFile], item: CoveredFile, problems: Problems) -> Covered:
    links = LINKS.get(item.by, {})
    if links.get(item.field) is not item.covered:
        fitting = [field for field, kind in links.items() if kind is item.covered]
        sentence = f"'{item.field}' of {item.by.value} names no {item.covered.value}"
        hint = f"; use {' or '.join(fitting)}" if fitting else ""
        problems.note(placed.file, f"{placed.place}.field", sentence + hint)
    where = _conditions(placed, item.by, "where", item.where, problems)
    return Covered(item.covered, item.by, item.field, where)


def _conditions(
    placed: Placed[TestFile],
    kind: Kind,
    name: str,
    rows: list[dict[str, Any]] | None,
    problems: Problems,
) -> tuple[RowCondition, ...]:
    """The conditions in the list called `name`."""
    listed = Placed(placed.file, f"{placed.place}.{name}", rows or [])
    return read_conditions(kind, listed, problems)
