"""What one person declares about a version: shown word for word, checked, signed, entered."""

from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.lifecycle.approving.declaring import Declaration
from app.domain.plan.acts import Deed, Signed
from app.domain.plan.dates import date_text, parse_date
from app.services.approving.approvals import REVIEW_WITHIN
from app.services.approving.signing import name_note, sign
from app.services.clock import today
from app.services.signing import Key
from ui.bridge.jobs import Tell, Work
from ui.dialogs.identity_asking import ask_for_identity, remember_key
from ui.dialogs.signing_box import SigningBox
from ui.dialogs.statement import text_in
from ui.dialogs.versions.acting import Acting
from ui.dialogs.versions.declaration_box import DeclarationBox
from ui.dialogs.versions.hand_over_note import HandOverNote
from ui.dialogs.versions.saying import HANDED, REASONED, asked, words_for
from ui.dialogs.versions.tall import TallDialog
from ui.widgets.banner import announce
from ui.widgets.labels import Role, label

QUIET_MS = 250
"""Quiet time after the last key before the declaration is worded and judged anew."""

_NOT_YET = frozenset({"approval.nobody", "approval.no-reason", "approval.no-day"})
"""What a form that is still being filled in lacks by nature."""


class SayDialog(TallDialog):
    """Nothing is signed that the law would refuse."""

    acted = Signal(object, str)
    """Carries the `Act` that was entered, and what to know about the certificate."""
    hand_over = Signal(str)
    """The request is to be handed over instead; carries the name entered."""

    def __init__(self, acting: Acting, deed: Deed, version: str, parent: QWidget) -> None:
        words = words_for(deed, version)
        super().__init__(acting.desk, parent, "say_dialog", words.title, words.text)
        self._acting = acting
        self._deed = deed
        self._version = version
        self._declared: Declaration | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self.keep.setText(words.keep)
        self.keep.setAccessibleName(words.keep)
        self._build(words.reason)
        self._connect()
        self._show_declaration()
        self._name.setFocus()

    def _build(self, reason: str) -> None:
        if self._deed in HANDED:
            self._note = HandOverNote(self.body)
            self._note.wanted.connect(self._on_hand_over)
            self.form.addWidget(self._note)
        known = asked(self._acting.approvals.course, self._deed)
        self._name = self.person("name", self.tr("Who declares it"), known or self._acting.people)
        hint = self.tr("Such as CISO; it stands in the declaration.")
        self._role = self.line("role", self.tr("Role"), hint, required=False)
        self._reason = self.line("reason", reason, required=self._deed in REASONED)
        if self._deed is Deed.ISSUED_IN_EMERGENCY:
            due = today(self.desk.workshop.clock) + REVIEW_WITHIN
            self._due = self.line(
                "due", self.tr("Reviewed by"), self.tr("By somebody else; two weeks are usual.")
            )
            self._due.setText(date_text(due))
        self._refusal = label(self.body, "", Role.ERROR, wrap=True)
        self._refusal.setObjectName("say_refusal")
        self._refusal.hide()
        self.box = DeclarationBox(self.body, "say_declaration")
        self.signing = SigningBox(self.body, "say")
        self.signing.sign.setText(self.tr("Sign it with my certificate"))
        self.signing.show_settings(self.desk.settings)
        for part in (self._refusal, self.box, self.signing):
            self.form.addWidget(part)
        self.form.addStretch(1)
        if len(known) == 1:
            self._name.setEditText(known[0])
            self._role.setText(self._acting.role_of(known[0]))

    def _connect(self) -> None:
        self._name.editTextChanged.connect(self._on_name)
        for line in (self._role, self._reason):
            line.textChanged.connect(self._quiet.start)
        self._quiet.timeout.connect(self._show_declaration)
        self.signing.identity_wanted.connect(self._on_identity)
        self.signing.resized.connect(self.refit)

    @override
    def on_keep(self) -> None:
        if self.busy or not self._complete():
            return
        self._show_declaration()
        if not self.box.confirmed() or not self.signing.complete():
            return
        try:
            self._acting.save()
            declared = self._declare()
            refusal = self._acting.approvals.refusal(declared)
        except IrplanError as error:
            self.show_error(error)
            return
        if refusal is not None:
            self.refuse("name", refusal.text)
            return
        self._declared = declared
        key = self.signing.take_key()
        if key is None:
            self._enter(None)
            return
        self.work(self._signing(declared, key), self._enter, self.tr("Signing"))

    def _complete(self) -> bool:
        if not text_in(self._name):
            self.refuse(
                "name", self.tr("Enter who declares it: an act without a name proves nothing.")
            )
        elif self._deed in REASONED and not text_in(self._reason):
            self.refuse("reason", self.tr("Give the reason; it becomes part of the history."))
        elif self._deed is Deed.ISSUED_IN_EMERGENCY and self._day() is None:
            said = self.tr("Enter a day from today on, such as 2026-11-30 or 30 November 2026.")
            self.refuse("due", said)
        else:
            return True
        return False

    def _day(self) -> date | None:
        if self._deed is not Deed.ISSUED_IN_EMERGENCY:
            return None
        found = parse_date(text_in(self._due))
        early = found is not None and found < today(self.desk.workshop.clock)
        return None if early else found

    def _declare(self) -> Declaration:
        name, role = text_in(self._name), text_in(self._role)
        reason = text_in(self._reason)
        return self._acting.approvals.declaration(self._deed, name, role, reason, self._version)

    def _signing(self, declared: Declaration, key: Key) -> Work:
        identities = self.desk.workshop.identities
        acts = tuple(self._acting.plan.acts.values())

        def work(tell: Tell) -> Signed:
            del tell
            return sign(declared, key, identities, acts)

        return work

    def _enter(self, signed: Signed | None) -> None:
        declared, due = self._declared, self._day()
        if declared is None:
            return
        try:
            act = self._acting.do(lambda approvals: approvals.enter(declared, signed, due))
        except IrplanError as error:
            self.show_error(error)
            return
        remember_key(self.desk, self.signing)
        note = "" if signed is None else name_note(declared.by, signed.subject)
        self.accept()
        self.acted.emit(act, note)

    @Slot()
    def _show_declaration(self) -> None:
        """Word it as it would be declared now, and say at once what the law has against it."""
        self._quiet.stop()
        declared = self._declare()
        self.box.show_sentence(declared.sentence if declared.by else "", declared.by)
        self.box.setVisible(bool(declared.by))
        refusal = self._acting.approvals.refusal(declared) if declared.by else None
        said = "" if refusal is None or refusal.code in _NOT_YET else refusal.text
        if said and said != self._refusal.text():
            announce(self._refusal, said)
        self._refusal.setText(said)
        self._refusal.setVisible(bool(said))
        self.fit()

    @Slot(str)
    def _on_name(self, name: str) -> None:
        role = self._acting.role_of(name)
        if role:
            self._role.setText(role)
        self._quiet.start()

    @Slot()
    def _on_hand_over(self) -> None:
        name = text_in(self._name)
        self.reject()
        self.hand_over.emit(name)

    @Slot()
    def _on_identity(self) -> None:
        ask_for_identity(self.desk, self._acting.plan.profile.legal_name, self.signing, self)
