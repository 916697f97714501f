"""What an answer says: who declared what, when, and with which certificate it is signed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from app.services.approving.handover import Arrival
from ui.models.version_words import deed_text, moment_text
from ui.widgets.banner import announce
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class ArrivalBox(QFrame):
    """Rows of a word and what it stands for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("take_arrival")
        self.setProperty("panel", "accent")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(14), px(12), px(14), px(12))
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(1, 1)
        self._rows: dict[str, QLabel] = {
            name: self._row(at, name, caption)
            for at, (name, caption) in enumerate(
                (
                    ("who", self.tr("Who")),
                    ("what", self.tr("What")),
                    ("when", self.tr("When")),
                    ("sentence", self.tr("Declared")),
                    ("certificate", self.tr("Certificate")),
                    ("fingerprint", self.tr("Fingerprint")),
                    ("note", self.tr("Note")),
                )
            )
        }

    def show_arrival(self, arrival: Arrival) -> None:
        """Show an answer that fits."""
        declared, certificate = arrival.declared, arrival.certificate
        person = f"{declared.by}, {declared.role}" if declared.role else declared.by
        issued = (
            self.tr("self-signed")
            if certificate.self_signed
            else self.tr("issued by {0}; trust not checked").format(certificate.issuer)
        )
        seen = self.tr("used here before by the same person") if arrival.known else ""
        notes = (self.tr("The certificate is new here.") if not arrival.known else "", arrival.note)
        said = {
            "who": person,
            "what": f"{deed_text(declared.deed)}: {declared.version}",
            "when": moment_text(declared.at),
            "sentence": declared.sentence,
            "certificate": "; ".join(filter(None, (certificate.subject, issued, seen))),
            "fingerprint": certificate.fingerprint.replace(":", ":\u200b"),
            "note": " ".join(filter(None, notes)),
        }
        for name, text in said.items():
            self._rows[name].setText(text)
            self._rows[name].setAccessibleName(text)
        announce(self, f"{person}. {declared.sentence}")

    def text(self, name: str) -> str:
        """What stands in the row called `name`."""
        return self._rows[name].text()

    def _row(self, at: int, name: str, caption: str) -> QLabel:
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label(self, caption, Role.HINT), at, 0, top)
        made = label(self, "", Role.STRONG if name == "who" else Role.PLAIN, wrap=True)
        made.setObjectName(f"arrival_{name}")
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(made, at, 1)
        return made
