"""An open plan: its editing session, its live judgement and where it is kept."""

import uuid
from contextlib import suppress
from datetime import date

from app.domain.errors import IrplanError
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.engine import Judgement
from app.domain.judgement.standards import Standards
from app.domain.plan.changes import ChangeSet
from app.domain.plan.plan import Plan
from app.services.editing import Change, EditingSession
from app.services.storing import PlanStore, Receipt


class OpenPlan:
    """Everything the window and the commands need of one plan.

    Views that subscribe to `session` find `judgement` already up to date.
    """

    def __init__(
        self,
        store: PlanStore,
        template: PlanTemplate,
        standards: Standards,
        today: date,
    ) -> None:
        self.store = store
        self.template = template
        self.session = EditingSession(store.load())
        self.judgement = Judgement(self.session.plan, template, standards, today)
        self.last_saved: Receipt | None = None
        self._request: tuple[ChangeSet, str] | None = None
        self.session.subscribe(self._judge)
        with suppress(IrplanError):  # a folder that takes no copies is no reason not to work
            store.backup()

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.session.plan

    def save(self) -> Receipt | None:
        """Commit what is not saved yet; None when nothing is.

        Safe to call again after a failure: an attempt that was in fact committed is recognised
        by its request id and not written twice.

        Raises:
            IrplanError: nothing was saved; the edits are kept.
        """
        plan = self.session.plan
        pending = self.session.unsaved()
        if not pending:
            return None
        if self._request is None or self._request[0] != pending:
            self._request = (pending, uuid.uuid4().hex)
        receipt = self.store.save(pending, self._label(pending), self._request[1])
        self._request = None
        self.session.mark_saved(plan)
        self.last_saved = receipt
        return receipt

    def close(self) -> None:
        """Save, keep a backup and let go of the document.

        Raises:
            IrplanError: what could not be saved stays open; a document whose backup failed is
                closed all the same.
        """
        self.save()
        try:
            self.store.backup()
        finally:
            self.store.close()

    def _judge(self, change: Change) -> None:
        self.judgement.update(self.session.plan, change.changes)

    def _label(self, pending: ChangeSet) -> str:
        kinds = sorted({change.kind.value for change in pending})
        count = "1 record" if len(pending) == 1 else f"{len(pending)} records"
        return f"{count}: {', '.join(kinds)}"
