"""A plan template: sections with guidance, questions and default prose, and a starting set."""

from dataclasses import dataclass
from functools import cached_property

from app.domain.interview.conditions import Answers, Condition, holds
from app.domain.interview.questions import Question
from app.domain.plan.plan import Record
from app.domain.plan.sections import AnswerValue

SHORT_PAGES = 12
"""A plan whose core has at most so many pages is set in the short form."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One screen of the interview."""

    id: str
    title: str
    introduction: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the document: its title and the keys of its sections, in order."""

    id: str
    title: str
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An answer offered to an open question where its condition holds; nobody has stated it."""

    question: str
    value: AnswerValue
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class ProseBlock:
    """Default text, used when its condition holds."""

    text: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Guidance:
    """What to know while writing a section."""

    good: tuple[str, ...] = ()
    auditors_ask: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionTemplate:
    """A section before the organisation fills it; unless `applies`, `otherwise` says why not."""

    key: str
    title: str
    purpose: str
    guidance: Guidance = Guidance()
    prose: tuple[ProseBlock, ...] = ()
    questions: tuple[Question, ...] = ()
    applies: Condition | None = None
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class StartingRecord:
    """A record proposed to a new plan when its condition holds."""

    record: Record
    when: Condition | None = None


@dataclass(frozen=True)
class PlanTemplate:
    """Everything a new plan starts from.

    `adopt_times`: the durations of starting records are kept when it holds, else left open,
    so that a plan never promises a time the organisation has not chosen.
    `pages` is the expected length (fewest, most) of the exported core: all that stands before
    the annexes. `parts` hold every section once, in the order of `sections`. Of several proposals
    for one question the first that holds counts.
    """

    id: str
    name: str
    description: str
    arrangement: str
    language: str
    frameworks: tuple[str, ...]
    pages: tuple[int, int]
    topics: tuple[Topic, ...]
    sections: tuple[SectionTemplate, ...]
    starting: tuple[StartingRecord, ...] = ()
    adopt_times: Condition | None = None
    parts: tuple[Part, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    @property
    def short(self) -> bool:
        """Whether the document is to be short: contents by part, every table in an annex."""
        return self.pages[1] <= SHORT_PAGES

    def proposed(self, question: str, answers: Answers) -> AnswerValue | None:
        """The answer offered to `question` next to these `answers`; None when none is.

        A proposal comes before the question's own default.
        """
        for proposal in self.proposals:
            if proposal.question == question and holds(proposal.when, answers):
                return proposal.value
        asked = self.questions.get(question)
        return None if asked is None else asked.default

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its id, in section order."""
        return {str(item.id): item for section in self.sections for item in section.questions}

    @cached_property
    def by_key(self) -> dict[str, SectionTemplate]:
        """The sections by key."""
        return {section.key: section for section in self.sections}

    @cached_property
    def part_of(self) -> dict[str, Part]:
        """The part each section stands in, by section key."""
        return {key: part for part in self.parts for key in part.sections}
