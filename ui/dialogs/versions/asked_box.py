"""What somebody is asked: by whom, about which version, and what changed in it."""

from PySide6.QtCore import QAbstractListModel, QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from app.domain.plan.acts import Deed
from app.services.approving.asking import ApprovalRequest
from ui.bridge.words import counted
from ui.models.version_words import moment_text, weight_text
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

LIST_PX, ROW_PX = 150, 34


class AskedBox(QFrame):
    """Words of others stand here as they are, never as instructions of ours."""

    def __init__(self, parent: QWidget, request: ApprovalRequest) -> None:
        super().__init__(parent)
        self.setObjectName("asked_box")
        self.setProperty("panel", "accent")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(12), px(14), px(12))
        column.setSpacing(px(6))
        for name, role, text in self._lines(request):
            column.addWidget(self._line(name, role, text))
        if request.changes:
            column.addSpacing(px(4))
            column.addWidget(label(self, self._count(request), Role.H3))
            column.addWidget(self._changes(request))

    def _lines(self, request: ApprovalRequest) -> tuple[tuple[str, Role, str], ...]:
        asks = self.tr("{0} asks {1} to approve version {2} of {3}.")
        if request.asked is Deed.REVIEWED:
            asks = self.tr("{0} asks {1} to review version {2} of {3}.")
        weight = weight_text(material=request.material)
        made = self.tr("Asked on {0}. {1}.").format(moment_text(request.made_at), weight)
        content = self.tr("The content has the SHA-256 {0}; it was computed again here.")
        return (
            (
                "asked_what",
                Role.STRONG,
                asks.format(request.by, request.of, request.version, request.document),
            ),
            ("asked_summary", Role.PLAIN, self.tr("In short: {0}").format(request.summary)),
            ("asked_when", Role.HINT, made),
            ("asked_content", Role.HINT, content.format(request.content)),
        )

    def _line(self, name: str, role: Role, text: str) -> QLabel:
        made = label(self, text, role, wrap=True)
        made.setObjectName(name)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _count(self, request: ApprovalRequest) -> str:
        return counted(
            len(request.changes),
            self.tr("1 change since the version before"),
            self.tr("{n} changes since the version before"),
        )

    def _changes(self, request: ApprovalRequest) -> QListView:
        made = QListView(self)
        made.setObjectName("asked_changes")
        made.setAccessibleName(self._count(request))
        model: QAbstractListModel = QStringListModel(list(request.changes), made)
        made.setModel(model)
        made.setWordWrap(True)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.setFixedHeight(px(min(LIST_PX, ROW_PX * len(request.changes) + 12)))
        return made
