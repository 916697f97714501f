"""An open plan: its editing session, its live judgement and where it is kept."""

import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from app.domain.errors import IrplanError
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.engine import Judgement
from app.domain.judgement.standards import Standards
from app.domain.lifecycle.approving.course import course, next_act
from app.domain.lifecycle.heads import Occasion
from app.domain.lifecycle.matter import touches_matter
from app.domain.plan.acts import Act, Deed
from app.domain.plan.changes import ChangeSet, made_on, put
from app.domain.plan.plan import Plan, Record
from app.services.clock import Clock, today
from app.services.editing import Change, EditingSession
from app.services.storing import NO_FILES, Files, PlanStore, Receipt
from app.services.witnessing import Witness

RECALLED = "The plan was edited while it was in review"
"""Why a version is taken back by itself."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to save `plan`; when made again it has the same id.

    `recall` is what it does to a version in review, and is committed before `changes`.
    """

    plan: Plan
    changes: ChangeSet
    recall: ChangeSet
    label: str
    id: str


class OpenPlan:
    """Everything the window and the commands need of one plan.

    Views that subscribe to `session` find `judgement` already up to date.
    """

    def __init__(
        self,
        store: PlanStore,
        template: PlanTemplate,
        standards: Standards,
        clock: Clock,
        witness: Witness | None = None,
    ) -> None:
        self.store = store
        self.clock = clock
        self._witness = witness
        self._noted_on = today(clock)
        self.template = template
        self.session = EditingSession(store.load())
        self.judgement = Judgement(self.session.plan, template, standards, today(clock))
        self.last_saved: Receipt | None = None
        self._attempt: Attempt | None = None
        self.session.subscribe(self._judge)
        with suppress(IrplanError):  # a folder that takes no copies is no reason not to work
            store.backup()

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.session.plan

    def save(self, label: str = "") -> Receipt | None:
        """Commit what is not saved yet; None when nothing is.

        `label` says what was done; blank stands for a list of the kinds concerned. Safe to call
        again after a failure: an attempt that was in fact committed is recognised by its request
        id and not written twice.

        Raises:
            IrplanError: nothing was saved; the edits are kept.
        """
        attempt = self.attempt(label)
        if attempt is None:
            return None
        receipt = self.commit(attempt)
        self.settle(attempt, receipt)
        return receipt

    def attempt(self, label: str = "") -> Attempt | None:
        """What `save` would commit now; None when there is nothing.

        Raises:
            IrplanError: it cannot be told.
        """
        plan = self.session.plan
        pending = self.session.unsaved()
        if not pending:
            return None
        last = self._attempt
        if last is None or last.changes != pending:
            label = label or self._label(pending)
            last = Attempt(plan, pending, self._recall(pending), label, uuid.uuid4().hex)
        self._attempt = replace(last, plan=plan)
        return self._attempt

    def commit(self, attempt: Attempt) -> Receipt:
        """Write `attempt`, on any thread; `settle` then takes note of it.

        Raises:
            IrplanError: nothing was saved.
        """
        return self.store.save((*attempt.recall, *attempt.changes), attempt.label, attempt.id)

    def settle(self, attempt: Attempt, receipt: Receipt) -> None:
        """Take note that `attempt` was committed; edits made since then are still to be saved."""
        self._attempt = None
        self.session.mark_saved(attempt.plan)
        if attempt.recall:
            self.session.settle(attempt.recall, RECALLED)
        self.last_saved = receipt
        if self._noted_on != today(self.clock):
            self._noted_on = today(self.clock)
            self.note()

    def enact(self, records: Sequence[Record], label: str, files: Files = NO_FILES) -> Receipt:
        """Save, then commit `records` for good: acts of approval and what goes with them.

        Raises:
            IrplanError: none of the records was committed.
        """
        self.save()
        changes = made_on(self.plan, tuple(put(self.plan, record) for record in records))
        receipt = self.store.save(changes, label, uuid.uuid4().hex, files)
        self.session.settle(changes, label)
        self.last_saved = receipt
        self.note(Occasion.APPROVAL)
        return receipt

    def note(self, occasion: Occasion = Occasion.DAY) -> None:
        """Have the end of the history noted outside the file; failing that is no reason to stop."""
        if self._witness is None or self.store.read_only:
            return
        with suppress(IrplanError):
            head = self.store.head()
            if head is not None:
                self._witness.note(head, self.clock.now(), occasion)

    def close(self) -> None:
        """Save, keep a backup and let go of the document.

        Raises:
            IrplanError: what could not be saved stays open; a document whose backup failed is
                closed all the same.
        """
        self.save()
        self.note()
        try:
            self.store.backup()
        finally:
            self.store.close()

    def _judge(self, change: Change) -> None:
        self.judgement.update(self.session.plan, change.changes)

    def _recall(self, pending: ChangeSet) -> ChangeSet:
        """What an edit does to a version in review: it takes it back, and voids its reviews."""
        now = course(self.plan.acts.values())
        if now.open is None or not touches_matter(pending):
            return ()
        act = Act(
            next_act(self.plan),
            Deed.RECALLED,
            now.open.submission.version,
            self.store.actor,
            self.clock.now(),
            self.store.revision() + 1,
            now.open.submission.content,
            reason=RECALLED,
        )
        return made_on(self.plan, (put(self.plan, act),))

    def _label(self, pending: ChangeSet) -> str:
        kinds = sorted({change.kind.value for change in pending})
        count = "1 record" if len(pending) == 1 else f"{len(pending)} records"
        return f"{count}: {', '.join(kinds)}"
