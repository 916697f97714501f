"""A file beside a plan: which state of the plan it shows, and which records differ."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.interview.questions import Question
from app.domain.lifecycle.approving.editions import issue_of
from app.domain.lifecycle.auditing import History, Weight, anchored, audited
from app.domain.lifecycle.chain import Head
from app.domain.lifecycle.matter import matter
from app.domain.plan.codec import NotPlanData, plan_from
from app.domain.plan.plan import Plan
from app.services.changes.compared import Changed, Compared, compared
from app.services.changes.kind_names import KIND_NAMES
from app.services.history import Entry, PlanHistory
from app.services.proving.carried import Carried
from app.services.proving.comparison import Comparison, Differing, Match, Trail
from app.services.proving.states import State, states
from app.services.proving.withholding import Withheld, withheld_from

NO_CLAIM: Final = (
    "The file says nothing of the plan it was made from, or nothing that its pages bear out."
)
ONLY_STATED: Final = (
    "The file states the hash of its content and does not carry the data: that its text says what "
    "the plan said rests on its signatures."
)
ATTACHED: Final = (
    "Compared was the data attached to the file: that its pages say the same rests on its "
    "signatures."
)
BROKEN_PLAN: Final = (
    "The history of the plan file itself is not whole; irplan audit verify tells what is wrong."
)


@dataclass(frozen=True, slots=True)
class PlanSource:
    """A plan file to compare with; `questions` by id give answers their names."""

    name: str
    history: PlanHistory
    trail: History
    questions: Mapping[str, Question]


def compared_with(carried: Carried, source: PlanSource) -> Comparison:
    """How what a file carries stands to a plan.

    Raises:
        IrplanError: the plan's history cannot be read.
    """
    return _Matching(carried, source).result()


class _Matching:
    """One comparison on its way."""

    def __init__(self, carried: Carried, source: PlanSource) -> None:
        self._carried = carried
        self._source = source
        self._plan, self._unreadable = _plan_in(carried.data)
        self._trail = _trail(carried.head, source.trail)

    def result(self) -> Comparison:
        carried, plan = self._carried, self._plan
        if not carried.content_hash and carried.data is None:
            return self._told(Match.UNKNOWN, NO_CLAIM)
        if self._is_of_another():
            return self._told(
                Match.OTHER_PLAN, f"The file was made from another plan than {self._source.name}."
            )
        if self._contradicts():
            text = "The data attached to the file are not those whose hash the file states."
            return self._told(Match.CONTRADICTORY, text)
        found = list(states(self._source.trail))
        same = next((state for state in found if state.content == self._hash()), None)
        if same is not None:
            return self._same(same, newest=same is found[0])
        if plan is not None and not carried.withheld:
            own = matter(plan)
            alike = next((state for state in found if state.matter == own), None)
            if alike is not None:
                return self._alike(plan, alike)
        return self._different(plan)

    def _hash(self) -> str:
        """Of the plan's content: as stated, else of the attached data."""
        data = self._carried.data
        if self._carried.content_hash or data is None:
            return self._carried.content_hash
        return hashlib.sha256(data).hexdigest()

    def _is_of_another(self) -> bool:
        own = self._source.trail.plan
        if self._plan is not None:
            return self._plan.id != own
        return self._carried.head is not None and self._carried.head.plan != own

    def _contradicts(self) -> bool:
        carried = self._carried
        if carried.data is None or carried.withheld or not carried.content_hash:
            return False
        return hashlib.sha256(carried.data).hexdigest() != carried.content_hash

    def _same(self, state: State, *, newest: bool) -> Comparison:
        plan = self._source.history.plan_at(state.revision)
        point = self._point(plan, state.revision)
        now = " That is the plan as it is saved now." if newest else ""
        text = f"{self._claim(point)}.{now}"
        if not self._carried.withheld or self._plan is None:
            return self._told(Match.SAME, text, (point,), state.revision)
        withheld = withheld_from(plan, self._plan)
        records = () if withheld.faithful else self._records(withheld.expected, self._plan)
        match = Match.SAME if withheld.faithful else Match.DIFFERENT
        return self._told(match, _withheld_text(withheld, point), (point,), state.revision, records)

    def _claim(self, point: str) -> str:
        """What equal hashes show: of data that were compared, or of a file that names the hash."""
        if self._carried.data is None:
            return f"By the content hash it states, it was made from {point}"
        return f"Its content is that of {point}"

    def _alike(self, plan: Plan, state: State) -> Comparison:
        then = self._source.history.plan_at(state.revision)
        point = self._point(then, state.revision)
        text = (
            f"Its content is that of {point}, but for records that are not part of what is "
            "reviewed and approved."
        )
        records = self._records(then, plan)
        return self._told(Match.SAME_MATTER, text, (point,), state.revision, records)

    def _different(self, plan: Plan | None) -> Comparison:
        revision = self._nearest()
        then = self._source.history.plan_at(revision)
        point = self._point(then, revision)
        text = "Its content is that of no state in which the plan was saved."
        if plan is None or self._carried.withheld:
            return self._told(Match.DIFFERENT, text)
        records = self._records(then, plan)
        counted = "1 record differs" if len(records) == 1 else f"{len(records)} records differ"
        text = f"{text} {counted} from {point}."
        return self._told(Match.DIFFERENT, text, (point,), revision, records)

    def _nearest(self) -> int:
        """The revision the file names as the end of the history, else the newest one."""
        newest = self._source.history.entries()[-1].number
        head = self._carried.head
        fits = self._trail is not None and self._trail.fits
        return head.number if head is not None and fits else newest

    def _point(self, plan: Plan, revision: int) -> str:
        """What a state is called: the version it is, else its revision."""
        issue = issue_of(plan)
        if issue is not None:
            return f"version {issue.version} of the plan"
        entry = self._entry(revision)
        return f"revision {revision} of the plan, saved on {entry.at:%Y-%m-%d %H:%M} UTC"

    def _entry(self, revision: int) -> Entry:
        entries = self._source.history.entries()
        return next(entry for entry in entries if entry.number == revision)

    def _records(self, old: Plan, new: Plan) -> tuple[Differing, ...]:
        both = compared(old, new, self._source.questions)
        return tuple(_differing(both, record) for record in both.records)

    def _told(
        self,
        match: Match,
        text: str,
        points: tuple[str, ...] = (),
        revision: int | None = None,
        records: tuple[Differing, ...] = (),
    ) -> Comparison:
        return Comparison(
            self._source.name, match, text, points, revision, records, self._trail, self._notes()
        )

    def _notes(self) -> tuple[str, ...]:
        carried = self._carried
        rests = ONLY_STATED if carried.data is None else ATTACHED
        claims = bool(carried.content_hash) or carried.data is not None
        return (
            *carried.problems,
            *((self._unreadable,) if self._unreadable else ()),
            *((rests,) if claims else ()),
            *(() if audited(self._source.trail).whole else (BROKEN_PLAN,)),
        )


def _plan_in(data: bytes | None) -> tuple[Plan | None, str]:
    """The plan that the attached data spell, and why there is none."""
    if data is None:
        return None, ""
    try:
        return plan_from(json.loads(data)), ""
    except NotPlanData as error:
        return None, f"The attached data are no plan that can be read: {error.problems[0]}."
    except (ValueError, RecursionError):
        return None, "The attached data are no plan that can be read."


def _trail(head: Head | None, trail: History) -> Trail | None:
    if head is None:
        return None
    remark = anchored(trail, head)
    return Trail(remark.weight is Weight.NOTE, remark.code, remark.text)


def _withheld_text(withheld: Withheld, point: str) -> str:
    if not withheld.faithful:
        return (
            f"It says to be {point} without the addresses of people, but more than those differs."
        )
    return f"Its content is that of {point}, without the addresses of people."


def _differing(both: Compared, record: Changed) -> Differing:
    whole = record.difference
    sentences = (
        f"{detail.words}: {detail.change}" if detail.words else detail.change
        for detail in both.details(record)
    )
    return Differing(KIND_NAMES[whole.kind], record.name, whole.fate.value, tuple(sentences))
