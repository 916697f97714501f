"""The parts of a template as read from its files, before they are held against each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from app.domain.interview.conditions import Condition
from app.domain.interview.questions import Question
from app.domain.interview.template import SectionTemplate, StartingRecord
from app.persistence.library.problems import Placed
from app.persistence.library.schema.conditions import condition_from
from app.persistence.library.schema.template import BaseFile, TemplateFile

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class TemplateParts:
    """The headers and everything else, each with the place it was read from.

    `sections` stand in the order of the parts. `frameworks` are the ids that may be named.
    """

    header: Placed[TemplateFile]
    base: Placed[BaseFile]
    sections: tuple[Placed[SectionTemplate], ...]
    starting: tuple[Placed[StartingRecord], ...]
    frameworks: frozenset[str]

    def questions(self) -> Iterator[Placed[Question]]:
        """Every question in document order."""
        for section in self.sections:
            for at, question in enumerate(section.item.questions):
                yield Placed(section.file, f"{section.place}.questions[{at}]", question)

    def records(self, record_type: type[R]) -> Iterator[Placed[R]]:
        """The starting records of one type."""
        for starting in self.starting:
            if isinstance(starting.item.record, record_type):
                yield Placed(starting.file, starting.place, starting.item.record)

    def conditions(self) -> Iterator[Placed[Condition]]:
        """Every condition of the template."""
        for found in self._possible_conditions():
            if found.item is not None:
                yield Placed(found.file, found.place, found.item)

    def _possible_conditions(self) -> Iterator[Placed[Condition | None]]:
        base = self.base
        yield Placed(base.file, "adopt_times", condition_from(base.item.adopt_times))
        for section in self.sections:
            yield Placed(section.file, f"{section.place}.applies", section.item.applies)
            for at, block in enumerate(section.item.prose):
                yield Placed(section.file, f"{section.place}.prose[{at}].when", block.when)
        for question in self.questions():
            yield Placed(question.file, f"{question.place}.when", question.item.when)
        for starting in self.starting:
            yield Placed(starting.file, f"{starting.place}.when", starting.item.when)
