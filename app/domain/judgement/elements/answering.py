"""Whether guided questions are answered, those that are asked at all."""

from app.domain.interview.conditions import holds, questions_in, says_something
from app.domain.judgement.context import Context
from app.domain.judgement.elements.element import Answered
from app.domain.judgement.elements.outcome import Outcome
from app.domain.judgement.elements.probe import Probe
from app.domain.judgement.reach import Reach
from app.domain.plan.variables import value_text


class AnsweredProbe(Probe):
    """The answers to the questions of one test."""

    def __init__(self, test: Answered, asked_when: tuple[str, ...]) -> None:
        self._test = test
        self.questions = tuple(dict.fromkeys((*test.questions, *asked_when)))

    def start(self, context: Context) -> None:
        """Nothing is kept: a handful of answers is looked up when asked for."""

    def update(self, context: Context, reach: Reach) -> bool:  # noqa: ARG002 - probes are told alike
        """Nothing is kept, and only answers count."""
        return False

    def outcome(self, context: Context) -> Outcome | None:
        """The questions answered, of those needed; None when none of them is asked."""
        asked = [name for name in self._test.questions if is_asked(context, name)]
        if not asked:
            return None
        unanswered = [name for name in asked if not counts(context, self._test, name)]
        least = self._test.least
        needed = len(asked) if least is None else min(least, len(asked))
        done = min(len(asked) - len(unanswered), needed)
        gap = "; ".join(_gap(context, name) for name in unanswered)
        return Outcome(done, needed, gap)


def counts(context: Context, test: Answered, name: str) -> bool:
    """Whether the answer to the question `name` is one that `test` takes."""
    answer = context.answers.get(name)
    if not says_something(answer) or answer in test.other_than:
        return False
    return test.bounds is None or test.bounds.hold(answer)


def is_asked(context: Context, name: str) -> bool:
    """Whether the present answers lead to the question; one that no template asks always is."""
    question = context.template.questions.get(name)
    return question is None or holds(question.when, context.answers)


def deciding(context: Context, test: Answered) -> tuple[str, ...]:
    """The questions whose answers decide whether those of `test` are asked."""
    known = (context.template.questions.get(name) for name in test.questions)
    return tuple(name for item in known if item is not None for name in questions_in(item.when))


def _gap(context: Context, name: str) -> str:
    answer = context.answers.get(name)
    if answer is None or not says_something(answer):
        return f"not answered: “{_text(context, name)}”"
    return f"“{_text(context, name)}” is answered with {value_text(answer)}"


def _text(context: Context, name: str) -> str:
    question = context.template.questions.get(name)
    return name if question is None else question.text
