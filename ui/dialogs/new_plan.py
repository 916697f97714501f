"""A new plan: the template, who it is for and where the file goes."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.interview.drafting import AnswerSheet
from app.domain.interview.questions import Option
from app.services.library import TemplateSummary
from ui.bridge.desk import ENDING, Desk
from ui.bridge.notices import notice_of
from ui.widgets.banner import NoticeBanner
from ui.widgets.buttons import Look, button
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

LONGEST_NAME = 60
"""Characters of the organisation's name that go into the file's name."""

FEWEST_LETTERS = 8
"""Choices with long names take no more room than their neighbours leave."""

DEFAULT_LANGUAGE = "en-GB"

SECTOR_QUESTION = "profile.sector"


class NewPlanDialog(QDialog):
    """Creates and opens the plan; stays open while something is in the way."""

    created = Signal()
    """The plan is open."""

    def __init__(self, desk: Desk, template: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("new_plan_dialog")
        self.setWindowTitle(self.tr("New plan"))
        self.setMinimumWidth(px(520))
        self._desk = desk
        self._suggested = ""
        self._build(desk.templates)
        self._lay_out()
        self._choose(template)
        self._suggest_path()
        self._connect()

    def _build(self, templates: Sequence[TemplateSummary]) -> None:
        self.banner = NoticeBanner(self, "new_plan_banner")
        self._template = QComboBox(self)
        self._template.setObjectName("template_choice")
        for item in templates:
            self._template.addItem(item.name, item.id)
        self._facts = label(self, "", Role.HINT, wrap=True)
        self._facts.setObjectName("template_facts")
        self._preview = button(self, "template_preview", self.tr("Preview\u2026"))
        self._language = QComboBox(self)
        self._language.setObjectName("language_choice")
        for language in self._desk.workshop.library.languages():
            self._language.addItem(language.name, language.tag)
        self._language.setCurrentIndex(max(self._language.findData(DEFAULT_LANGUAGE), 0))
        self._legal = _line(self, "legal_name")
        self._short = _line(self, "short_name")
        self._sector = QComboBox(self)
        self._sector.setObjectName("sector")
        self._path = _line(self, "plan_path")
        self._browse = button(self, "browse_button", self.tr("Choose\u2026"))
        self._create = button(self, "create_button", self.tr("Create the plan"), Look.PRIMARY)
        self._create.setDefault(True)
        self._cancel = button(self, "cancel_button", self.tr("Cancel"))

        for choice in (self._template, self._sector, self._language):
            narrow = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            choice.setSizeAdjustPolicy(narrow)
            choice.setMinimumContentsLength(FEWEST_LETTERS)

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(24), px(20), px(24), px(20))
        inner.setSpacing(px(16))
        column.addLayout(inner)
        head = QVBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(label(self, self.tr("New plan"), Role.H1))
        told = self.tr("Names and sector can be changed later; the guided start asks for the rest.")
        head.addWidget(label(self, told, Role.BODY, wrap=True))
        inner.addLayout(head)
        self._add_template(inner)
        self._add_names(inner)
        self._add_place(inner)
        inner.addSpacing(px(4))
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._create)
        inner.addLayout(foot)

    def _add_template(self, inner: QVBoxLayout) -> None:
        together = QWidget(self)
        row = QHBoxLayout(together)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self._template, 1)
        row.addWidget(self._preview)
        column = QVBoxLayout()
        column.setSpacing(px(6))
        column.addWidget(Field(self, self.tr("Template"), self._template, box=together))
        column.addWidget(self._facts)
        inner.addLayout(column)

    def _add_names(self, inner: QVBoxLayout) -> None:
        self._legal_field = Field(
            self,
            self.tr("Legal name of the organisation"),
            self._legal,
            self.tr("As in the register, for the cover and the approval."),
            required=True,
        )
        inner.addWidget(self._legal_field)
        pair = QHBoxLayout()
        pair.setSpacing(px(16))
        hint = self.tr("Used throughout the text.")
        short = Field(self, self.tr("Short name"), self._short, hint)
        sector = Field(self, self.tr("Sector"), self._sector)
        for field in (short, sector):
            pair.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(pair)
        hint = self.tr("Its texts and tables are drafted in this language.")
        inner.addWidget(Field(self, self.tr("Language of the plan"), self._language, hint))

    def _add_place(self, inner: QVBoxLayout) -> None:
        together = QWidget(self)
        row = QHBoxLayout(together)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self._path, 1)
        row.addWidget(self._browse)
        self._path_field = Field(self, self.tr("Where to keep the plan"), self._path, box=together)
        inner.addWidget(self._path_field)

    def _connect(self) -> None:
        self._template.currentIndexChanged.connect(self._on_template)
        self._preview.clicked.connect(self._on_preview)
        self._legal.textChanged.connect(self._on_name)
        self._short.textChanged.connect(self._on_name)
        self._path.textChanged.connect(self._on_path_changed)
        self._browse.clicked.connect(self._on_browse)
        self._create.clicked.connect(self._on_create)
        self._cancel.clicked.connect(self.reject)
        self._desk.failed.connect(self._on_failed)

    def _choose(self, template: str) -> None:
        self._template.setCurrentIndex(max(self._template.findData(template), 0))
        self._on_template()

    @Slot()
    def _on_template(self) -> None:
        chosen = self._template.currentData()
        found = next((item for item in self._desk.templates if item.id == chosen), None)
        if found is not None:
            pages = self.tr("{0} to {1} pages before the annexes.").format(*found.pages)
            self._facts.setText(f"{pages} {found.arrangement}")
        self._template.setAccessibleDescription(self._facts.text())
        self._facts.setVisible(found is not None)
        self._preview.setEnabled(found is not None)
        self._fill_sectors()
        self._grow()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Wrapped lines tell a window too late how high they are."""
        needed = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))

    @Slot()
    def _on_preview(self) -> None:
        from ui.dialogs.template_preview import preview_dialog

        language = str(self._language.currentData() or "")
        dialog = preview_dialog(self._desk, self._template.currentData(), self.window(), language)
        if dialog is not None:
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _fill_sectors(self) -> None:
        chosen = self._sector.currentData()
        self._sector.clear()
        self._sector.addItem(self.tr("Not stated yet"), "")
        options = self._sector_options()
        for option in options:
            self._sector.addItem(option.label, option.value)
        self._sector.setEditable(not options)
        self._sector.setCurrentIndex(max(self._sector.findData(chosen), 0))

    def _sector_options(self) -> tuple[Option, ...]:
        template = self._template.currentData()
        if not template:
            return ()
        question = self._desk.workshop.template(template).questions.get(SECTOR_QUESTION)
        return question.options if question is not None else ()

    @Slot()
    def _on_name(self) -> None:
        self._legal_field.show_problem("")
        if self._path.text() == self._suggested:
            self._suggest_path()

    @Slot()
    def _on_path_changed(self) -> None:
        self._path_field.show_problem("")

    def _suggest_path(self) -> None:
        """A place named after the organisation, for as long as nobody names another one."""
        name = file_name(self._short.text() or self._legal.text())
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._suggested = str(_free(Path(folder or Path.home()) / name))
        self._path.setText(self._suggested)

    @Slot()
    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Where to keep the plan"))
        dialog.setObjectName("plan_path_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilter(self.tr("Plans (*.irplan)"))
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.selectFile(self._path.text())
        dialog.fileSelected.connect(self._on_path)
        dialog.open()

    @Slot(str)
    def _on_path(self, file: str) -> None:
        self._path.setText(file)

    @Slot()
    def _on_create(self) -> None:
        self.banner.hide()
        path = self._checked_path()
        if not self._legal.text().strip():
            self._legal_field.show_problem(self.tr("State the legal name; the plan speaks for it."))
            self._legal.setFocus()
            return
        if path is None:
            self._path.setFocus()
            return
        language = str(self._language.currentData() or "")
        sheet = AnswerSheet(self._answers(), language=language)
        if self._desk.create(path, self._template.currentData(), sheet):
            self.accept()
            self.created.emit()

    def _checked_path(self) -> Path | None:
        text = self._path.text().strip()
        path = Path(text).expanduser()
        if not text or not path.is_absolute():
            self._path_field.show_problem(self.tr("Choose a folder and a file name."))
            return None
        if path.suffix != ENDING:
            path = path.with_name(path.name + ENDING)
        if path.exists():
            self._path_field.show_problem(
                self.tr("{0} exists already; choose another name.").format(path.name)
            )
            return None
        return path

    def _answers(self) -> dict[str, str]:
        sector = self._sector.currentData() or ""
        if self._sector.isEditable() and self._sector.currentIndex() != 0:
            sector = self._sector.currentText()
        stated = {
            "profile.legal_name": self._legal.text().strip(),
            "profile.short_name": self._short.text().strip(),
            SECTOR_QUESTION: sector.strip(),
        }
        return {name: value for name, value in stated.items() if value}

    @Slot(object, object)
    def _on_failed(self, error: IrplanError, path: object) -> None:
        del path
        self.banner.show_notice(notice_of(error).text)


def file_name(organisation: str) -> str:
    """A file name any system takes, for the plan of `organisation`."""
    kept = re.sub(r"[^\w .&-]", "", organisation).strip(" .")[:LONGEST_NAME].strip(" .")
    start = f"{kept} incident response plan" if kept else "Incident response plan"
    return start + ENDING


def _free(path: Path) -> Path:
    """`path`, or with a number after its name while it is taken."""
    at, found = 2, path
    while found.exists():
        found = path.with_stem(f"{path.stem} {at}")
        at += 1
    return found


def _line(parent: QWidget, name: str) -> QLineEdit:
    made = QLineEdit(parent)
    made.setObjectName(name)
    return made
