"""Answers given later: what they would change in the plan, told and done only when wanted."""

from collections.abc import Iterable

from app.domain.interview.conditions import Answers
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.context import all_answers
from app.domain.plan.plan import Plan
from app.services.answering.consequences import Consequence, consequences
from app.services.editing import EditingSession


class AnswerFollowing:
    """Holds the present answers of a session against those its text last followed."""

    def __init__(self, session: EditingSession, template: PlanTemplate) -> None:
        self._session = session
        self._template = template
        self._followed: Answers = all_answers(session.plan)

    @property
    def followed(self) -> Answers:
        """The answers that the text last followed."""
        return self._followed

    def pending(self) -> tuple[Consequence, ...]:
        """What the answers given since would change; none while nothing would."""
        return self.pending_in(self._session.plan)

    def pending_in(self, plan: Plan) -> tuple[Consequence, ...]:
        """The same for `plan`, which the session holds or held at some time."""
        answers = all_answers(plan)
        if answers == self._followed:
            return ()
        return consequences(self._template, plan, self._followed, answers)

    def take_up(self, followed: Answers) -> None:
        """The text last followed these answers, as in an earlier session; tell what came since."""
        self._followed = followed

    def follow(self, chosen: Iterable[Consequence], label: str) -> None:
        """Do the `chosen` ones as one undo step; the others are not told again."""
        self._session.apply(tuple(item.change for item in chosen), label)
        self.leave()

    def leave(self) -> None:
        """Let the plan stand as it is."""
        self._followed = all_answers(self._session.plan)
