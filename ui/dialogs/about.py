"""What this program is, and whose work is in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.bridge.release import version
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label, paragraph
from ui.widgets.picture import Picture
from ui.widgets.tokens import px


class AboutDialog(QDialog):
    """Version and licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle(self.tr("About irplan"))
        self.setMinimumWidth(px(440))
        sign = Picture(self, "shield-check", "accent", 40)
        close = button(self, "close_button", self.tr("Close"), Look.PRIMARY)
        close.clicked.connect(self.accept)
        head = QHBoxLayout()
        head.setSpacing(px(16))
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(label(self, self.tr("Incident response plan builder"), Role.H2))
        words.addWidget(label(self, self.tr("irplan {0}").format(version()), Role.BODY))
        words.addStretch(1)
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(16))
        column.addLayout(head)
        told = self.tr(
            "Free software under the Apache License 2.0. It works without a network: "
            "your plan stays in its file.\n"
            "Built with Qt for Python (LGPL 3), the typeface Inter (OFL 1.1) and the icons of "
            "Lucide (ISC). THIRD_PARTY_NOTICES.md names everything else."
        )
        column.addWidget(paragraph(self, told))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
