"""What the agenda would be now, topic by topic, and how long that takes."""

from collections import Counter

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.services.reviewing.preparing import Prepared
from ui.bridge.words import counted
from ui.models.session_words import length_text, topic_text
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

ITEM_SECONDS = 75
CALL_SECONDS = 60
"""How long an item and a call take on the whole, for a guess of the length."""


class AgendaCard(Card):
    """Says so while it does not know yet."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, QCoreApplication.translate("Reviews", "Agenda as it is now"))
        self.setObjectName("agenda_now")
        self._sum = label(self, self.tr("Putting the agenda together\u2026"), Role.BODY, wrap=True)
        self._sum.setObjectName("agenda_sum")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(0, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self.add(self._sum)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)

    def show_prepared(self, prepared: Prepared) -> None:
        """Show what a session would begin with."""
        counts = Counter(item.topic for item in prepared.agenda)
        lines = [(topic_text(topic), count) for topic, count in counts.items()]
        if prepared.contacts:
            lines.append((self.tr("People to call"), len(prepared.contacts)))
        seconds = ITEM_SECONDS * len(prepared.agenda) + CALL_SECONDS * len(prepared.contacts)
        items = counted(len(prepared.agenda), self.tr("1 item"), self.tr("{n} items"))
        words = self.tr("{0}; with the calls that takes about {1}.")
        self._sum.setText(words.format(items, length_text(seconds)))
        while len(self._rows) < len(lines):
            self._add_row()
        for at, (name, count) in enumerate(self._rows):
            text, number = lines[at] if at < len(lines) else ("", 0)
            name.setText(text)
            count.setText(str(number))
            for part in (name, count):
                part.setVisible(at < len(lines))

    def show_problem(self, text: str) -> None:
        """Say why there is no agenda."""
        self._sum.setText(text)

    def _add_row(self) -> None:
        at = len(self._rows)
        name, count = label(self), label(self, role=Role.STRONG)
        name.setObjectName(f"agenda_topic_{at}")
        count.setObjectName(f"agenda_count_{at}")
        self._grid.addWidget(name, at, 0)
        self._grid.addWidget(count, at, 1, Qt.AlignmentFlag.AlignTrailing)
        self._rows.append((name, count))
