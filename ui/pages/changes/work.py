"""Reading earlier states of a plan and comparing them, off the GUI thread."""

from collections.abc import Mapping
from pathlib import Path

from app.bootstrap import Workshop
from app.domain.interview.questions import Question
from app.domain.plan.plan import Plan
from app.services.changes.compared import Compared, compared
from app.services.changes.points import Point, points_of
from app.services.history import DRAFT, state_at
from ui.bridge.jobs import Tell, Work


class States:
    """The states of one plan file that were looked at; none of them ever changes."""

    def __init__(self, workshop: Workshop, path: Path, questions: Mapping[str, Question]) -> None:
        self._workshop = workshop
        self._path = path
        self._questions = questions
        self._known: dict[str, Plan] = {}

    def points(self) -> Work:
        """A job that reads which points there are."""

        def work(tell: Tell) -> tuple[Point, ...]:
            del tell
            return points_of(self._workshop.history(self._path))

        return work

    def compare(self, old: str, new: str, now: Plan) -> Work:
        """A job that compares two points of the history; the draft is the plan as it is `now`."""

        def work(tell: Tell) -> Compared:
            del tell
            return compared(self._at(old, now), self._at(new, now), self._questions)

        return work

    def _at(self, point: str, now: Plan) -> Plan:
        if point == DRAFT:
            return now
        if point not in self._known:
            history = self._workshop.history(self._path)
            self._known[point] = state_at(history, point).plan
        return self._known[point]
