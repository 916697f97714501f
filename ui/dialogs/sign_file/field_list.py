"""The fields prepared for signers: who has signed, and where one more signature may go."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from app.domain.document.signature_fields import SignatureRole, role_of, signing_order
from app.services.countersigning import PreparedFile
from app.services.proving.slots import Slot
from ui.models.verify_words import slot_look
from ui.widgets.cards import Card
from ui.widgets.chips import Chip, Tone
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class FieldList(Card):
    """One row a field in the order of signing; an open one can be chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget, prepared: PreparedFile, slots: Sequence[Slot]) -> None:
        """`slots` say who signed, and whether that holds."""
        super().__init__(parent, parent.tr("Where to sign"))
        self.setObjectName("sign_fields")
        self._group = QButtonGroup(self)
        self._radios: dict[str, QRadioButton] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        known, free = {slot.field: slot for slot in slots}, prepared.open_fields
        names = sorted((field.name for field in prepared.fields), key=signing_order)
        for row, name in enumerate(names):
            slot, said = known.get(name, Slot(name)), field_words(name)
            head = self._radio(name, said) if name in free else label(self, said, Role.STRONG)
            grid.addWidget(head, row, 0)
            grid.addWidget(label(self, slot.signer, wrap=True), row, 1)
            grid.addWidget(self._chip(slot, free=name in free), row, 2, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(grid)
        if free:
            self._radios[free[0]].setChecked(True)
        self._group.buttonToggled.connect(self._on_toggled)

    @property
    def chosen(self) -> str:
        """The name of the field to sign in; blank when none is open."""
        return next((name for name, radio in self._radios.items() if radio.isChecked()), "")

    def _on_toggled(self, radio: QWidget, on: bool) -> None:
        del radio
        if on:
            self.changed.emit()

    def _radio(self, field: str, said: str) -> QRadioButton:
        made = QRadioButton(said, self)
        made.setObjectName(f"sign_field_{field}")
        made.setAccessibleName(self.tr("Sign as {0}").format(said))
        self._group.addButton(made)
        self._radios[field] = made
        return made

    def _chip(self, slot: Slot, *, free: bool) -> Chip:
        if not slot.signed:  # a signature of another program may have taken the place
            return Chip(self, self.tr("Open") if free else self.tr("Taken"), Tone.NEUTRAL)
        look = slot_look(slot)
        return Chip(self, look.word, look.tone)


def field_words(field: str) -> str:
    """What a field is called: `Reviewer 2` for `Reviewer2`; that of another program as it is."""
    tr = QCoreApplication.translate
    role = role_of(field)
    if role is None:
        return field
    names = {
        SignatureRole.SEAL: tr("SignFile", "Seal of the organisation"),
        SignatureRole.AUTHOR: tr("SignFile", "Author"),
        SignatureRole.REVIEWER: tr("SignFile", "Reviewer"),
        SignatureRole.APPROVER: tr("SignFile", "Approver"),
    }
    number = field.removeprefix(role.value)
    return f"{names[role]} {number}".rstrip()
