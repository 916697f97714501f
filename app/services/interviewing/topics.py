"""How far each topic of the interview is."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from app.domain.interview.conditions import Answers, holds, says_something
from app.domain.interview.questions import Question
from app.domain.interview.template import PlanTemplate, Topic
from app.domain.judgement.context import all_answers
from app.domain.plan.plan import Plan
from app.services.answering.unknown import being_found_out


class TopicState(Enum):
    """Of a skipped topic some questions may be answered; of one that is done all are settled."""

    DONE = "done"
    BEGUN = "begun"
    UNTOUCHED = "untouched"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class TopicProgress:
    """One screen of the interview as the plan stands.

    `asked` are the questions asked next to the present answers, at least one. Of them `answered`
    have an answer and `handed` have none, but somebody finds it out.
    """

    topic: Topic
    asked: tuple[Question, ...]
    answered: frozenset[str]
    handed: frozenset[str]
    state: TopicState

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions that nobody has answered or seen to."""
        settled = self.answered | self.handed
        return tuple(item for item in self.asked if item.id not in settled)


def topics_of(
    template: PlanTemplate, plan: Plan, skipped: Collection[str] = ()
) -> tuple[TopicProgress, ...]:
    """The topics that ask something now, in the template's order."""
    answers = all_answers(plan)
    found = (_progress(topic, template, plan, answers, skipped) for topic in template.topics)
    return tuple(item for item in found if item.asked)


def questions_of(template: PlanTemplate, topic: str) -> tuple[Question, ...]:
    """Everything `topic` may ask, whatever the answers are."""
    return tuple(item for item in template.questions.values() if item.topic == topic)


def _progress(
    topic: Topic,
    template: PlanTemplate,
    plan: Plan,
    answers: Answers,
    skipped: Collection[str],
) -> TopicProgress:
    every = questions_of(template, topic.id)
    asked = tuple(item for item in every if holds(item.when, answers))
    said = frozenset(str(item.id) for item in asked if says_something(answers.get(item.id)))
    handed = frozenset(
        str(item.id) for item in asked if item.id not in said and being_found_out(plan, item)
    )
    settled = len(said) + len(handed)
    state = _state(settled, len(asked), skipped=topic.id in skipped)
    return TopicProgress(topic, asked, said, handed, state)


def _state(settled: int, asked: int, *, skipped: bool) -> TopicState:
    if settled == asked:
        return TopicState.DONE
    if skipped:
        return TopicState.SKIPPED
    return TopicState.BEGUN if settled else TopicState.UNTOUCHED
