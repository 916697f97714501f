"""Answers given later: what they would change in the plan, told and done only when wanted."""

from collections.abc import Iterable

from app.domain.interview.template import PlanTemplate
from app.domain.judgement.context import all_answers
from app.services.answering.consequences import Consequence, consequences
from app.services.editing import EditingSession


class AnswerFollowing:
    """Holds the present answers of a session against those its text last followed."""

    def __init__(self, session: EditingSession, template: PlanTemplate) -> None:
        self._session = session
        self._template = template
        self._followed = all_answers(session.plan)

    def pending(self) -> tuple[Consequence, ...]:
        """What the answers given since would change; none while nothing would."""
        plan = self._session.plan
        answers = all_answers(plan)
        if answers == self._followed:
            return ()
        return consequences(self._template, plan, self._followed, answers)

    def follow(self, chosen: Iterable[Consequence], label: str) -> None:
        """Do the `chosen` ones as one undo step; the others are not told again."""
        self._session.apply(tuple(item.change for item in chosen), label)
        self.leave()

    def leave(self) -> None:
        """Let the plan stand as it is."""
        self._followed = all_answers(self._session.plan)
