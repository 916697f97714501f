"""The tree of requirements: frameworks that fold, and rows as high as their words need."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTreeView, QWidget
from typing_extensions import override

from ui.models.asked import Asked, Group
from ui.models.section_requirements import SectionRequirementsModel
from ui.pages.sections.side.requirement_delegate import RequirementDelegate


class RequirementTree(QTreeView):
    """Frameworks stay folded while other sections are shown."""

    chosen = Signal(object)
    """Carries the `Asked` that is current; None when it is no requirement."""
    wanted = Signal(str)
    """Carries the target of the requirement to show in full."""

    def __init__(self, model: SectionRequirementsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._requirements = model
        self._folded: set[str] = set()
        self.setObjectName("requirement_tree")
        self.setAccessibleName(self.tr("Requirements of this section"))
        self.setProperty("plain", "true")
        self.setModel(model)
        self.setItemDelegate(RequirementDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(self._unfold)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.collapsed.connect(self._on_folded)
        self.expanded.connect(self._on_unfolded)
        self.clicked.connect(self._on_clicked)
        self.activated.connect(self._on_activated)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words break elsewhere in another width; in less height the current row stays seen."""
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height():
            self.scrollTo(self.currentIndex())
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    @Slot()
    def _unfold(self) -> None:
        for row, group in enumerate(self._requirements.groups):
            index = self._requirements.index(row, 0)
            self.setExpanded(index, group.framework.id not in self._folded)
        self.chosen.emit(None)

    @Slot(QModelIndex)
    def _on_folded(self, index: QModelIndex) -> None:
        entry = self._requirements.entry(index)
        if isinstance(entry, Group):
            self._folded.add(entry.framework.id)

    @Slot(QModelIndex)
    def _on_unfolded(self, index: QModelIndex) -> None:
        entry = self._requirements.entry(index)
        if isinstance(entry, Group):
            self._folded.discard(entry.framework.id)

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        entry = self._requirements.entry(index)
        self.chosen.emit(entry if isinstance(entry, Asked) else None)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if isinstance(self._requirements.entry(index), Group):
            self.setExpanded(index, not self.isExpanded(index))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        entry = self._requirements.entry(index)
        if isinstance(entry, Asked):
            self.wanted.emit(entry.target)
