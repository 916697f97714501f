"""The fixed words of an exported document, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import assert_never

from app.domain.plan.durations import Duration
from app.domain.plan.sections import AnswerValue


@dataclass(frozen=True, slots=True)
class Counted:
    """A label with a number in it: its form for one, and for any other number."""

    one: str
    other: str


Label = str | Counted


@dataclass(frozen=True)
class Labels:
    """Labels by their keys, such as `control.title`; blanks stand as `{name}`."""

    language: str
    texts: Mapping[str, Label] = field(repr=False)

    def __call__(self, key: str, **values: object) -> str:
        """The label `key` with its blanks filled.

        Raises:
            KeyError: There is no such label, or a blank without a value.
        """
        label = self.texts[key]
        if isinstance(label, Counted):
            label = label.one if values["n"] == 1 else label.other
        return label.format_map(values) if values else label

    def date(self, day: date) -> str:
        """The day in words."""
        month = self(f"date.month.{day.month}")
        return self("date.pattern", day=day.day, month=month, year=day.year)

    def span(self, span: Duration) -> str:
        """The span in words, such as `4 hours`."""
        if span.amount == 0:
            return self("span.at-once")
        return self(f"span.{span.unit.value}", n=span.amount)

    def joined(self, items: tuple[str, ...]) -> str:
        """The items as people list them; blank ones are left out."""
        said = [item for item in items if item.strip()]
        if len(said) < 2:
            return "".join(said)
        return self("list.last", items=self("list.comma").join(said[:-1]), last=said[-1])

    def answer(self, value: AnswerValue) -> str:
        """An answer in words."""
        match value:
            case bool():
                return self("answer.yes" if value else "answer.no")
            case str() | int():
                return str(value)
            case Duration():
                return self.span(value)
            case date():
                return self.date(value)
            case tuple():
                return self.joined(value)
            case _:
                assert_never(value)
