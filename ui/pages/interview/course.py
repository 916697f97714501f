"""Where one is in the interview of the open plan, and what the answers make of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.judgement.context import all_answers
from app.domain.plan.kinds import Kind
from app.domain.plan.profile import Profile
from app.domain.plan.variables import PROFILE_PREFIX
from app.services.answering.bundles import Bundle, bundled
from app.services.answering.following import AnswerFollowing
from app.services.interviewing.outcome import Outcome, outcome
from app.services.interviewing.passages import Passage, passages
from app.services.interviewing.topics import TopicProgress, topics_of
from app.services.interviewing.walk import beginning, step, stops
from ui.bridge.jobs import Job, Tell, Work

if TYPE_CHECKING:
    from app.domain.interview.conditions import Answers
    from app.domain.plan.plan import Plan
    from app.services.answering.consequences import Consequence
    from app.services.editing import Change
    from app.services.interviewing.memory import Remembered
    from ui.bridge.desk import Desk
    from ui.bridge.session import PlanBridge

WORDS_MS: Final = 120
"""Quiet time after the last key before the words that changed are looked for."""
PENDING_MS: Final = 450
"""Quiet time before it is worked out what else the answers ask for, which takes longer."""
MOST_PASSAGES: Final = 3


class InterviewCourse(QObject):
    """Remembers where one was beside the plan; what is answered goes into the plan itself."""

    moved = Signal()
    """Another stop is shown."""
    progressed = Signal()
    """Something was answered, or skipped."""
    produced = Signal()
    """`outcome`, `passages` or `bundles` may differ."""

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._desk = desk
        self._memory = desk.workshop.interviews
        self._remembered = self._memory.load(bridge.plan.id)
        self._following = AnswerFollowing(bridge.open_plan.session, bridge.template)
        self._pending: tuple[Consequence, ...] = ()
        self._seen = self._before = bridge.plan
        self._question = ""
        self._agreed: tuple[str, Answers, int] | None = None
        self.passages: tuple[Passage, ...] = ()
        self.more_passages = False
        self.bundles: tuple[Bundle, ...] = ()
        self.progress = self._progress()
        self.here = beginning(self.progress, self._remembered.left_at)
        self.outcome = self._outcome()
        self._words_due = self._timer(WORDS_MS, self.look_at_words)
        self._pending_due = self._timer(PENDING_MS, self._work_out_pending)
        self._take_up()

    @property
    def topic(self) -> TopicProgress | None:
        """The topic one is at; None at the last stop."""
        return next((item for item in self.progress if item.topic.id == self.here), None)

    @property
    def at(self) -> int:
        """Where the present stop stands among all, from 0."""
        return stops(self.progress).index(self.here)

    def title(self, by: int) -> str:
        """The title of the stop that many behind this one; blank for the last and beyond."""
        key = step(self.progress, self.here, by)
        return next((item.topic.title for item in self.progress if item.topic.id == key), "")

    def go_to(self, stop: str) -> None:
        """Go to another stop."""
        if stop not in stops(self.progress):
            return
        self.here = stop
        self._bridge.end_merge()
        self._keep(replace(self._remembered, left_at=stop))
        self.moved.emit()

    def go_by(self, by: int) -> None:
        """Go that many stops on, no further than either end."""
        self.go_to(step(self.progress, self.here, by))

    def skip(self) -> None:
        """Leave the present topic for now."""
        if self.topic is not None and not self._bridge.read_only:
            self._keep(self._remembered.skipping(self.here))
            self.refresh()
        self.go_by(1)

    def refresh(self) -> None:
        """Look at the topics anew; a topic that no longer asks anything gives way."""
        self.progress = self._progress()
        if self.here not in stops(self.progress):
            self.here = beginning(self.progress)
            self.moved.emit()
        self.progressed.emit()

    def note(self, change: Change) -> None:
        """Remember what changed; answers given in one field are one."""
        if not change.origin and self._agreed is not None and change.label == self._agreed[0]:
            self._agree_again(self._agreed)
        named = questions_in(change)
        if named:
            question = min(named)
            if not change.origin or question != self._question:
                self._before = self._seen
            self._question = question
            self._take_up_topic(question, by_person=bool(change.origin))
        self._seen = self._bridge.plan

    def follow(self) -> None:
        """Look at the plan as it is now; what takes longer waits for a quiet moment."""
        self._words_due.start()
        self._pending_due.start()
        self.refresh()

    def agree(self, bundles: tuple[Bundle, ...], label: str) -> None:
        """Do what is in `bundles` as one step; what else waits is left as it is."""
        chosen = [item for bundle in bundles for item in bundle.items]
        self._agreed = label, self._following.followed, self._remembered.followed
        self._following.follow(chosen, label)
        self._keep_followed()
        self.look_at_pending()

    @Slot()
    def look_at_words(self) -> None:
        """Find the words of the plan that the last answer changed."""
        self._words_due.stop()
        found = passages(self._before, self._bridge.plan, self._bridge.template)
        self.passages = tuple(islice(found, MOST_PASSAGES))
        self.more_passages = next(found, None) is not None
        self._show()

    @Slot()
    def look_at_pending(self) -> None:
        """Work out what the answers ask for elsewhere in the plan."""
        self._pending_due.stop()
        self._pending = () if self._bridge.read_only else self._following.pending()
        self.bundles = bundled(self._pending)
        self._show()

    @Slot()
    def _work_out_pending(self) -> None:
        """The same on another thread, since one may type on meanwhile."""
        if self._bridge.read_only:
            return
        plan, following = self._bridge.plan, self._following

        def work(tell: Tell) -> tuple[Plan, tuple[Consequence, ...]]:
            del tell
            return plan, following.pending_in(plan)

        self._run(work, self._on_pending)

    @Slot(object)
    def _on_pending(self, found: tuple[Plan, tuple[Consequence, ...]]) -> None:
        """What was worked out for an earlier plan is told by the next look."""
        plan, pending = found
        if plan is self._bridge.plan:
            self._pending, self.bundles = pending, bundled(pending)
            self._show()

    def _agree_again(self, agreed: tuple[str, Answers, int]) -> None:
        """What was agreed to was undone, and waits again, or was done again."""
        label, answers, revision = agreed
        if self._bridge.redo_label == label:
            self._following.take_up(answers)
            self._keep(replace(self._remembered, followed=revision))
        else:
            self._following.leave()
            self._keep_followed()

    def _take_up_topic(self, question: str, *, by_person: bool) -> None:
        asked = self._bridge.template.questions.get(question)
        if by_person and asked is not None and asked.topic in self._remembered.skipped:
            self._keep(self._remembered.taking_up(asked.topic))

    def _show(self) -> None:
        self.outcome = self._outcome()
        self.produced.emit()

    def _outcome(self) -> Outcome:
        return outcome(self._bridge.plan, self._pending, self._bridge.judgement.standards.regimes)

    def _progress(self) -> tuple[TopicProgress, ...]:
        return topics_of(self._bridge.template, self._bridge.plan, self._remembered.skipped)

    def _keep(self, remembered: Remembered) -> None:
        if remembered != self._remembered and not self._bridge.read_only:
            self._remembered = remembered
            self._memory.save(self._bridge.plan.id, self._remembered)

    def _keep_followed(self) -> None:
        if not self._bridge.read_only and self._bridge.flush():
            revision = self._bridge.open_plan.store.revision()
            self._keep(replace(self._remembered, followed=revision))

    def _take_up(self) -> None:
        """Answers of an earlier session that nothing followed yet still ask for it."""
        path, followed = self._desk.path, self._remembered.followed
        if self._bridge.read_only:
            return
        if not followed:
            self._keep_followed()
        elif path is not None and followed < self._bridge.open_plan.store.revision():
            self._read_back(path, followed)

    def _read_back(self, path: Path, revision: int) -> None:
        workshop = self._desk.workshop

        def read(tell: Tell) -> Answers:
            del tell
            return all_answers(workshop.history(path).plan_at(revision))

        self._run(read, self._on_read_back)

    @Slot(object)
    def _on_read_back(self, followed: Answers) -> None:
        self._following.take_up(followed)
        self.look_at_pending()

    def _run(self, work: Work, then: Callable[[Any], None]) -> None:
        """Work that may outlive the page; its result is told only while the page is there."""
        job = Job(work, self._desk)
        job.finished.connect(then)
        job.finished.connect(job.deleteLater)
        job.failed.connect(job.deleteLater)
        job.start()

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer


def questions_in(change: Change) -> frozenset[str]:
    """The ids of the questions whose answers a change touches."""
    found: set[str] = set()
    for one in change.changes:
        if one.kind is Kind.ANSWER:
            found.add(str(one.id))
        elif isinstance(one.before, Profile) and isinstance(one.after, Profile):
            found |= {
                PROFILE_PREFIX + item.name
                for item in fields(Profile)
                if getattr(one.before, item.name) != getattr(one.after, item.name)
            }
    return frozenset(found)
