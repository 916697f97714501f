"""The second step of an import: which column goes where, and how its cells are read."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.bootstrap import Workshop
from app.domain.plan.kinds import Kind
from app.services.importing.columns import Columns, problems_of
from app.services.importing.drafts import ImportOptions
from app.services.importing.fields import WITH_CHANNELS
from app.services.importing.tables import Table, with_first_row_as_heads, with_made_up_heads
from ui.bridge.words import counted
from ui.dialogs.importing.column_rows import ColumnRows
from ui.dialogs.importing.words import country_name
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px


class ColumnsPage(QWidget):
    """Shows each column with samples; remarks of the reader stand above them."""

    changed = Signal()
    """A column goes elsewhere, or is read otherwise."""

    def __init__(
        self, parent: QWidget, workshop: Workshop, kind: Kind, options: ImportOptions
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import_columns")
        self._workshop = workshop
        self._kind = kind
        self._table: Table | None = None
        self._about = label(self, "", Role.BODY, wrap=True)
        self._about.setObjectName("import_about")
        self._remarks = label(self, "", Role.HINT, wrap=True)
        self._remarks.setObjectName("import_remarks")
        self.headed = _box(self, "import_headed", self.tr("The first row names the columns"))
        self._scroll = ScrollBody(self, "import_columns_scroll")
        self._scroll.content.setContentsMargins(0, 0, px(10), 0)
        self.rows = ColumnRows(self._scroll.body, kind)
        self._scroll.content.addWidget(self.rows)
        self._scroll.content.addStretch(1)
        self._problem = label(self, "", Role.ERROR, wrap=True)
        self._problem.setObjectName("import_columns_problem")
        self._country = _countries(self, workshop, options.region)
        said = self.tr("Write telephone numbers with their country code")
        self._international = _box(self, "import_international", said)
        self._international.setChecked(options.international)
        said = self.tr("Mobile telephones work when your own network is down")
        self._mobiles = _box(self, "import_mobiles", said)
        self._mobiles.setChecked(options.mobiles_out_of_band)
        self._lay_out()
        self.headed.toggled.connect(self._on_headed)
        self.rows.changed.connect(self._on_changed)
        for box in (self._international, self._mobiles):
            box.toggled.connect(self._on_changed)
        self._country.activated.connect(self._on_changed)

    @property
    def table(self) -> Table | None:
        """The table, with the heads as they are chosen; None before one is read."""
        return self._table

    @property
    def columns(self) -> Columns:
        """Where each column goes."""
        return self.rows.columns

    @property
    def options(self) -> ImportOptions:
        """How cells are read."""
        return ImportOptions(
            str(self._country.currentData()),
            self._international.isChecked(),
            self._mobiles.isChecked(),
        )

    @property
    def complete(self) -> bool:
        """Whether the rows can be checked as it is."""
        return self._table is not None and not problems_of(self.columns, self._kind)

    def show_table(self, table: Table) -> None:
        """Show another table, its columns as they went the last time or as is proposed."""
        self._table = table
        with QSignalBlocker(self.headed):
            self.headed.setChecked(table.head_row is not None)
        self.headed.setVisible(table.counted == "row")
        what = counted(len(table.rows), self.tr("1 row"), self.tr("{n} rows"))
        if table.counted == "card":
            what = counted(len(table.rows), self.tr("1 card"), self.tr("{n} cards"))
        said = self.tr("{0} has {1}. Say where its columns go; what is left out is not imported.")
        self._about.setText(said.format(table.name, what))
        self._remarks.setText("\n".join(table.remarks))
        self._remarks.setVisible(bool(table.remarks))
        self.rows.show_columns(table, self._workshop.columns_of(table, self._kind))
        self._on_changed()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self._about)
        column.addWidget(self._remarks)
        column.addWidget(self.headed)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._problem)
        beside = QWidget(self)
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(20))
        hint = self.tr("For numbers that are written without a country code.")
        row.addWidget(Field(beside, self.tr("Country of the numbers"), self._country, hint), 1)
        boxes = QVBoxLayout()
        boxes.setSpacing(px(6))
        boxes.addStretch(1)
        boxes.addWidget(self._international)
        boxes.addWidget(self._mobiles)
        boxes.addStretch(1)
        row.addLayout(boxes, 1)
        beside.setVisible(self._kind in WITH_CHANNELS)
        column.addWidget(beside)

    @Slot(bool)
    def _on_headed(self, on: bool) -> None:
        if self._table is None:
            return
        turned = with_first_row_as_heads if on else with_made_up_heads
        self.show_table(turned(self._table))

    @Slot()
    def _on_changed(self) -> None:
        problems = problems_of(self.columns, self._kind)
        self._problem.setText("\n".join(problems))
        self._problem.setVisible(bool(problems))
        self.changed.emit()


def _box(parent: QWidget, name: str, said: str) -> QCheckBox:
    made = QCheckBox(said, parent)
    made.setObjectName(name)
    made.setAccessibleName(said)
    return made


def _countries(parent: QWidget, workshop: Workshop, region: str) -> QComboBox:
    made = QComboBox(parent)
    made.setObjectName("import_country")
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(1)
    made.addItem(parent.tr("Not known"), "")
    named = sorted((country_name(code), code) for code in workshop.phones.regions())
    for name, code in named:
        made.addItem(f"{name} ({code})", code)
    made.setCurrentIndex(max(made.findData(region), 0))
    return made
