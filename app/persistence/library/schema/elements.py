"""A file of elements: what a plan may contain, and the declared tests that show it."""

from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from app.domain.plan.durations import parse_duration
from app.domain.plan.kinds import Kind
from app.persistence.library.schema.base import FileModel, Identifier, Words
from app.persistence.library.schema.conditions import ConditionFile
from app.persistence.library.schema.framework import SectionKey


def _scalar(value: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
    if not isinstance(value, str | bool | int):
        raise ValueError("is neither text, a whole number, true nor false")  # noqa: TRY004
    return value


def _months(value: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
    counted = type(value) is int and value > 0
    if not counted and not (isinstance(value, str) and value.strip()):
        raise ValueError("is neither a number of months nor the id of a question")
    return value


def _span(value: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
    span = parse_duration(value) if isinstance(value, str) else None
    if span is None:
        raise ValueError("is no span of time; write it as 72 hours or 6 months")
    return span


Span = Annotated[Any, BeforeValidator(_span)]
"""A `Duration`, written as 72 hours or 6 months."""
Table = Annotated[Kind, Field(strict=False)]
AtLeast = Annotated[int, Field(ge=1)]
Rows = Annotated[list[dict[str, Any]], Field(min_length=1)]
"""Conditions on records; which model each one has shows only once it is looked at."""


class IsFile(FileModel):
    """A record's field is one of the values."""

    field: Words
    is_: Annotated[list[Annotated[Any, BeforeValidator(_scalar)]], Field(alias="is", min_length=1)]


class MentionsFile(FileModel):
    """One of a record's fields has one of the words."""

    fields: Annotated[list[Words], Field(min_length=1)]
    mentions: Annotated[list[Words], Field(min_length=1)]


class SinceFile(FileModel):
    """A record's date is at most some months old."""

    field: Words
    months: Annotated[int | str, BeforeValidator(_months)]


class LastsFile(FileModel):
    """A record's span of time is within limits."""

    lasts: Words
    at_least: Span | None = None
    at_most: Span | None = None

    @model_validator(mode="after")
    def _has_a_limit(self) -> Self:
        if self.at_least is None and self.at_most is None:
            raise ValueError("states no limit; give at_least or at_most")
        return self


ConditionOnRow = IsFile | MentionsFile | SinceFile | LastsFile


class AnsweredFile(FileModel):
    """Questions that have answers, other than some and within limits where these are given."""

    answered: Annotated[list[Identifier], Field(min_length=1)]
    least: AtLeast | None = None
    other_than: Annotated[list[Words], Field(min_length=1)] | None = None
    at_least: Span | None = None
    at_most: Span | None = None


class RowsFile(FileModel):
    """Rows of a table, their fields filled."""

    rows: Table
    least: AtLeast = 1
    where: Rows | None = None
    filled: Annotated[list[Words], Field(min_length=1)] | None = None
    meets: Rows | None = None
    every: bool = False


class CoveredFile(FileModel):
    """Every row of one table is named by a row of another."""

    covered: Table
    by: Table
    field: Words
    where: Rows | None = None


class SaysFile(FileModel):
    """A sentence with a word of each group, in one of the sections."""

    says: Annotated[list[Annotated[list[Words], Field(min_length=1)]], Field(min_length=1)]
    in_: Annotated[list[SectionKey], Field(alias="in", min_length=1)]


class MatrixFile(FileModel):
    """The matrix has every cell."""

    matrix: Literal["filled"]


TestFile = AnsweredFile | RowsFile | CoveredFile | SaysFile | MatrixFile

TESTS: Final[dict[str, type[TestFile]]] = {
    "answered": AnsweredFile,
    "rows": RowsFile,
    "covered": CoveredFile,
    "says": SaysFile,
    "matrix": MatrixFile,
}
"""The model of a test by the key that tells it from the others."""

CONDITIONS: Final[dict[str, type[ConditionOnRow]]] = {
    "is": IsFile,
    "mentions": MentionsFile,
    "months": SinceFile,
    "lasts": LastsFile,
}
"""The model of a condition on records by the key that tells it from the others."""


class ElementFile(FileModel):
    """One element; its tests are judged one by one."""

    id: Identifier
    label: Words
    section: SectionKey
    when: ConditionFile | None = None
    tests: Annotated[list[dict[str, Any]], Field(min_length=1)]


class ElementsFile(FileModel):
    """The file frameworks/elements/<theme>.yaml."""

    elements: Annotated[list[ElementFile], Field(min_length=1)]
