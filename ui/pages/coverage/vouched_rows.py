"""What people stand for: an attestation, records on file, a reason why nothing is asked."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.domain.plan.assurance import Attestation, EvidenceRecord, Exclusion
from app.domain.plan.ids import RecordId
from ui.bridge.words import day
from ui.models.requirement_view import RequirementView
from ui.pages.coverage.column import Column
from ui.widgets.labels import Role


@dataclass(frozen=True, slots=True)
class Handlers:
    """What the links of the rows do."""

    withdraw: Callable[[], None]
    edit: Callable[[RecordId], None]
    unlink: Callable[[RecordId], None]


class VouchedRows:
    """Adds the rows to `column`; without `handlers` nothing can be taken back."""

    def __init__(self, column: Column, handlers: Handlers | None) -> None:
        self._column = column
        self._handlers = handlers

    def add(self, view: RequirementView) -> None:
        """Add all there is, under a caption; nothing where nobody vouches."""
        vouched = view.status.vouched
        if vouched.exclusion is not None:
            self._column.caption(_tr("Does not apply"))
            self._add_exclusion(vouched.exclusion)
        if vouched.attestation is None and not view.filed:
            return
        self._column.caption(_tr("Vouched for"))
        if vouched.attestation is not None:
            self._add_attestation(vouched.attestation)
        for at, record in enumerate(view.filed):
            self._add_record(at, record)

    def _add_exclusion(self, exclusion: Exclusion) -> None:
        words = self._column.row(("circle-minus", "text2"), _tr("Does not apply"))
        self._column.line(words, exclusion.reason, Role.PLAIN)
        on = "" if exclusion.on is None else day(exclusion.on)
        said = ", ".join(part for part in (exclusion.by, on) if part)
        if said:
            self._column.line(words, said)

    def _add_attestation(self, attestation: Attestation) -> None:
        actions = []
        if self._handlers is not None:
            said = _tr("Take back what {0} attested").format(attestation.by)
            do = self._handlers.withdraw
            actions = [self._column.link("withdraw", _tr("Take back"), said, do)]
        row = self._column.row(("badge-check", "success"), _tr("Attested"), actions)
        on = "" if attestation.on is None else day(attestation.on)
        self._column.line(row, f"{attestation.by}, {on}", Role.STRONG)
        self._column.line(row, attestation.note, Role.BODY)

    def _add_record(self, at: int, record: EvidenceRecord) -> None:
        actions = []
        if self._handlers is not None:
            edit, unlink = _tr("Edit"), _tr("Unlink")
            do_edit = partial(self._handlers.edit, record.id)
            do_unlink = partial(self._handlers.unlink, record.id)
            actions = [
                self._column.link(f"evidence_{at}_edit", edit, f"{edit} {record.what}", do_edit),
                self._column.link(
                    f"evidence_{at}_unlink", unlink, f"{unlink} {record.what}", do_unlink
                ),
            ]
        tone = "success" if record.complete else "warning"
        row = self._column.row(("paperclip", tone), _tr("On file"), actions)
        self._column.line(row, record.what, Role.STRONG)
        on = "" if record.on is None else day(record.on)
        owner = _tr("owner: {0}").format(record.owner) if record.owner.strip() else ""
        parts = (record.where, on, owner)
        self._column.line(row, " \u00b7 ".join(part for part in parts if part.strip()))
        if not record.complete:
            missing = _tr("Does not count yet: it lacks {0}.")
            self._column.line(row, missing.format(", ".join(_lacks(record))), tone="warning")


def _lacks(record: EvidenceRecord) -> list[str]:
    stated = {
        _tr("what it is"): record.what.strip(),
        _tr("where it is kept"): record.where.strip(),
        _tr("its date"): record.on,
        _tr("its owner"): record.owner.strip(),
    }
    return [name for name, value in stated.items() if not value]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Coverage", text)
