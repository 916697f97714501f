"""The dialog in which another scheme of severity is chosen and its levels are matched."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.classifying.schemes import Scheme, proposed, schemes
from app.services.classifying.switching import Switch, switched
from ui.bridge.session import PlanBridge
from ui.dialogs.record.entries.choices import CalmComboBox
from ui.models.classification_levels import ORIGIN
from ui.models.classification_losses import loss_lines
from ui.pages.classification.match_grid import MatchGrid
from ui.widgets.buttons import Look, button
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

WIDTH_PX, HEIGHT_PX, LOSSES_PX = 720, 760, 150


class SwitchDialog(QDialog):
    """Nothing changes until the button at the foot; what is lost is told before and after."""

    switched = Signal(str, object)
    """Carries the name of the scheme that is used now and the sentences of what was lost."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("switch_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Use another scheme"))
        self._bridge = bridge
        self._schemes = schemes(bridge.plan, bridge.template)
        self._build()
        self._lay_out()
        self._connect()
        self._show_scheme()
        room = parent.window().size() - QSize(px(24), px(24))
        self.resize(min(px(WIDTH_PX), room.width()), min(px(HEIGHT_PX), room.height()))

    @property
    def losses(self) -> tuple[str, ...]:
        """What is lost with what is chosen, as it is shown."""
        return tuple(self._losses.item(at).text() for at in range(self._losses.count()))

    def _build(self) -> None:
        self._choice: QComboBox = CalmComboBox(self)
        self._choice.setObjectName("switch_scheme")
        for item in self._schemes:
            self._choice.addItem(item.name, item.key)
        self._chosen = Field(self, self.tr("New scheme"), self._choice, " ")
        self._keep = QCheckBox(self.tr("Keep the times and people of the levels replaced"), self)
        self._keep.setObjectName("switch_keep")
        self._keep.setChecked(True)
        self._scroll = ScrollBody(self, "switch_scroll")
        self._grid: MatchGrid | None = None
        self._lost = label(self, "", Role.H3, wrap=True)
        self._losses = QListWidget(self)
        self._losses.setObjectName("switch_losses")
        self._losses.setAccessibleName(self.tr("What does not get through"))
        self._losses.setWordWrap(True)
        self._losses.setFixedHeight(px(LOSSES_PX))
        self._cancel = button(self, "switch_cancel", self.tr("Cancel"))
        self._ok = button(self, "switch_ok", self.tr("Use this scheme"), Look.PRIMARY)
        self._ok.setEnabled(bool(self._schemes))

    def _lay_out(self) -> None:
        said = self.tr(
            "The new scheme brings its levels, their meanings and its matrix. Say which of them "
            "takes the place of each old level; trees, playbooks and tests follow."
        )
        self._scroll.content.setContentsMargins(0, px(4), px(12), px(4))
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(18), px(24), px(18))
        column.setSpacing(px(10))
        column.addWidget(label(self, self.windowTitle(), Role.H1, wrap=True))
        column.addWidget(label(self, said, Role.BODY, wrap=True))
        column.addWidget(self._chosen)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._keep)
        column.addWidget(self._lost)
        column.addWidget(self._losses)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._choice.activated.connect(self._show_scheme)
        self._keep.toggled.connect(self._show_losses)
        self._cancel.clicked.connect(self.reject)
        self._ok.clicked.connect(self._on_ok)

    @property
    def _scheme(self) -> Scheme | None:
        at = self._choice.currentIndex()
        return self._schemes[at] if at >= 0 else None

    def _switch(self) -> Switch | None:
        if self._scheme is None or self._grid is None:
            return None
        bridge, keep = self._bridge, self._keep.isChecked()
        matches = self._grid.matches
        return switched(bridge.plan, bridge.template, self._scheme, matches, keep=keep)

    @Slot()
    def _show_scheme(self) -> None:
        if self._grid is not None:
            self._scroll.content.removeWidget(self._grid)
            self._grid.deleteLater()
            self._grid = None
        offered, plan = self._scheme, self._bridge.plan
        self._chosen.show_hint("" if offered is None else offered.name)
        if offered is not None:
            self._grid = MatchGrid(plan, offered, proposed(plan, offered), self._scroll.body)
            self._grid.changed.connect(self._show_losses)
            self._scroll.content.insertWidget(0, self._grid)
        self._show_losses()

    @Slot()
    def _show_losses(self) -> None:
        found = self._switch()
        lines = () if found is None else loss_lines(self._bridge.plan, found.losses)
        self._losses.clear()
        self._losses.addItems(list(lines))
        self._losses.setVisible(bool(lines))
        said = self.tr("What does not get through: {0}").format(len(lines))
        self._lost.setText(said if lines else self.tr("Everything gets through."))

    @Slot()
    def _on_ok(self) -> None:
        found, offered = self._switch(), self._scheme
        if found is None or offered is None:
            return
        lines = loss_lines(self._bridge.plan, found.losses)
        label_text = self.tr("Use the scheme {0}").format(offered.name)
        self._bridge.apply(found.changes, label_text, ORIGIN)
        self.accept()
        self.switched.emit(offered.name, lines)
