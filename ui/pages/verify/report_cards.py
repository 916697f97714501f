"""The parts of a report below its headline: who signed, each signature, the plan, what is open."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.services.proving.comparison import Comparison
from app.services.proving.signatures import SignatureReport
from app.services.proving.slots import Slot
from app.services.proving.stamps import DocumentStamp
from app.services.verifying import VerificationReport
from ui.models.verify_words import (
    Look,
    comparison_look,
    comparison_rows,
    holds_look,
    signature_facts,
    signature_problems,
    slot_look,
    stamp_facts,
)
from ui.pages.verify.facts import fact_list, remark
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

SHOWN_RECORDS = 40
"""Records that differ; beyond them only their number is said."""


def report_cards(parent: QWidget, report: VerificationReport) -> list[Card]:
    """The cards in reading order; only those that have something to say."""
    cards = [_problems(parent, report.problems)] if report.problems else []
    cards += [_roles(parent, report.roles)] if report.roles else []
    cards += [] if report.comparison is None else [_comparison(parent, report.comparison)]
    cards += [_signature(parent, one, at) for at, one in enumerate(report.signatures)]
    cards += [_stamp(parent, one, at) for at, one in enumerate(report.document_stamps)]
    cards += [_notes(parent, report.notes)] if report.notes else []
    return cards


def _problems(parent: QWidget, problems: Sequence[str]) -> Card:
    card = _card(parent, "verify_problems", _tr("What speaks against the file"))
    for text in problems:
        card.body.addLayout(remark(card, "circle-x", "danger", text))
    return card


def _roles(parent: QWidget, slots: Sequence[Slot]) -> Card:
    card = _card(parent, "verify_roles", _tr("Who has signed"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(px(8))
    grid.setColumnStretch(1, 1)
    for row, slot in enumerate(slots):
        look = slot_look(slot)
        grid.addWidget(label(card, slot.field, Role.STRONG), row, 0)
        grid.addWidget(label(card, slot.signer or slot.text, wrap=True), row, 1)
        grid.addWidget(Chip(card, look.word, look.tone), row, 2, Qt.AlignmentFlag.AlignRight)
    card.body.addLayout(grid)
    return card


def _comparison(parent: QWidget, comparison: Comparison) -> Card:
    title = _tr("Beside the plan {0}").format(comparison.plan)
    card = _card(parent, "verify_comparison", title, comparison_look(comparison))
    card.add(label(card, comparison.headline, wrap=True))
    points = [point for point in comparison.points if point not in comparison.headline]
    if points:
        also = _tr("Also: {0}").format("; ".join(points))
        card.add(label(card, also, Role.HINT, wrap=True))
    rows = comparison_rows(comparison)
    if rows:
        card.add(fact_list(card, rows[:SHOWN_RECORDS]))
    if len(rows) > SHOWN_RECORDS:
        more = _tr("{0} more records differ; the saved report names them all.")
        card.add(label(card, more.format(len(rows) - SHOWN_RECORDS), Role.HINT, wrap=True))
    if comparison.trail is not None:
        good = comparison.trail.fits
        picture, tone = ("circle-check", "success") if good else ("circle-x", "danger")
        card.body.addLayout(remark(card, picture, tone, comparison.trail.text))
    for text in comparison.notes:
        card.body.addLayout(remark(card, "info", "text2", text))
    return card


def _signature(parent: QWidget, signature: SignatureReport, at: int) -> Card:
    title = signature.signer
    if signature.slot:
        title = _tr("{0}: {1}").format(signature.slot, signature.signer)
    look = holds_look(holds=signature.holds)
    card = _card(parent, f"verify_signature_{at}", title, look)
    for text in signature_problems(signature):
        card.body.addLayout(remark(card, "circle-x", "danger", text))
    card.add(fact_list(card, signature_facts(signature)))
    for text in signature.remarks:
        card.body.addLayout(remark(card, "info", "text2", text))
    return card


def _stamp(parent: QWidget, stamp: DocumentStamp, at: int) -> Card:
    title = _tr("Time stamp over the document")
    card = _card(parent, f"verify_stamp_{at}", title, holds_look(holds=stamp.holds))
    for text in stamp.stamp.problems:
        card.body.addLayout(remark(card, "circle-x", "danger", text))
    card.add(fact_list(card, stamp_facts(stamp)))
    return card


def _notes(parent: QWidget, notes: Sequence[str]) -> Card:
    card = _card(parent, "verify_notes", _tr("What this does not tell"))
    for text in notes:
        card.body.addLayout(remark(card, "info", "text2", text))
    return card


def _card(parent: QWidget, name: str, title: str, look: Look | None = None) -> Card:
    card = Card(parent, title)
    card.setObjectName(name)
    card.heading.setTextFormat(Qt.TextFormat.PlainText)
    card.heading.setWordWrap(True)
    card.header.setStretch(0, 1)
    if look is not None:
        card.add_action(Chip(card, look.word, look.tone))
    return card


def _tr(text: str) -> str:
    return QCoreApplication.translate("Verify", text)
