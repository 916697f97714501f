"""Conditions as files spell them, such as `{answered: reporting.channel}`."""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from app.domain.interview.conditions import (
    AllOf,
    Answered,
    AnyOf,
    Condition,
    Equals,
    Includes,
    Not,
)
from app.persistence.library.schema.base import FileModel, Words


def _scalar(value: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
    if not isinstance(value, str | bool | int):
        raise ValueError("is neither text, a whole number, true nor false")  # noqa: TRY004
    return value


class EqualsFile(FileModel):
    """A question and the very answer it must have."""

    question: Words
    value: Annotated[Any, BeforeValidator(_scalar)]


class IncludesFile(FileModel):
    """A question and an item its answer must hold."""

    question: Words
    value: Words


class ConditionFile(FileModel):
    """Exactly one of the six ways to state a condition."""

    answered: Words | None = None
    equals: EqualsFile | None = None
    includes: IncludesFile | None = None
    not_: "ConditionFile | None" = Field(None, alias="not")
    all_: "list[ConditionFile] | None" = Field(None, alias="all", min_length=1)
    any_: "list[ConditionFile] | None" = Field(None, alias="any", min_length=1)

    @model_validator(mode="after")
    def _states_one(self) -> Self:
        stated = [name for name in self.model_fields_set if getattr(self, name) is not None]
        if len(stated) != 1 or len(self.model_fields_set) != 1:
            raise ValueError("must hold exactly one of answered, equals, includes, not, all, any")
        return self


def condition_from(file: ConditionFile | None) -> Condition | None:
    """The condition `file` states; None when there is none."""
    return None if file is None else _condition(file)


def _condition(file: ConditionFile) -> Condition:
    if file.equals is not None:
        return Equals(file.equals.question, file.equals.value)
    if file.includes is not None:
        return Includes(file.includes.question, file.includes.value)
    if file.not_ is not None:
        return Not(_condition(file.not_))
    if file.all_ is not None:
        return AllOf(tuple(_condition(each) for each in file.all_))
    if file.any_ is not None:
        return AnyOf(tuple(_condition(each) for each in file.any_))
    return Answered(file.answered or "")
