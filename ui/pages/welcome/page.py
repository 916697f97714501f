"""The page that greets: start from a template, open a plan, or look at the sample."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.bridge.desk import Desk
from ui.pages.welcome.gallery import TemplateGallery
from ui.pages.welcome.recent import RecentPlans
from ui.pages.welcome.samples import SampleList
from ui.pages.welcome.steps import HowItGoes
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.cards import Card, line
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

SIDE_PX = 340
WIDE_FROM_PX = 860
"""Below this width the list of plans stands under the gallery."""

WIDEST_PX = 1180
"""Lines longer than this are tiring."""


class WelcomePage(QWidget):
    """Shown while no plan is open."""

    new_asked = Signal(str)
    """Carries the id of the template to start from; blank for none in particular."""
    open_asked = Signal()
    request_asked = Signal()
    """A request for a review or an approval is to be opened."""
    verify_asked = Signal()
    """An exported file is to be verified."""
    missed = Signal(object)
    """Carries the `Path` of a recent plan that is not there any more."""
    settings_asked = Signal()
    theme_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("welcome_page")
        self._desk = desk
        self._build()
        self._lay_out()
        self.refresh()
        self._connect()

    @Slot()
    def refresh(self) -> None:
        """Show the templates and recent plans as they are known now."""
        self._recent.show_paths(self._desk.settings.recent)
        if self._desk.templates:
            self._gallery.show_templates(self._desk.templates, self._desk.framework_names)
        if self._desk.samples:
            self._on_samples()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= px(WIDE_FROM_PX)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide else down)
        self._side.setMaximumWidth(px(SIDE_PX) if wide else px(WIDEST_PX))
        self._side.setMinimumWidth(px(SIDE_PX) if wide else 0)

    def _build(self) -> None:
        self._scroll = ScrollBody(self, "welcome_scroll")
        body = self._scroll.body
        self._inner = QWidget(body)
        self._inner.setMaximumWidth(px(WIDEST_PX))
        self._gallery = TemplateGallery(self._inner)
        self._side = QWidget(self._inner)
        self._open_card = Card(self._side, self.tr("Open a plan"))
        self._open = button(
            self._open_card,
            "open_button",
            self.tr("Open a plan file\u2026"),
            Look.PLAIN,
            "folder-open",
        )
        words = self.tr("Open a request\u2026")
        self._request = button(self._open_card, "request_button", words, Look.PLAIN, "file-check")
        self._request.setToolTip(self.tr("Somebody asked you to review or approve a plan."))
        words = self.tr("Verify a file\u2026")
        self._verify = button(self._open_card, "verify_button", words, Look.PLAIN, "file-search")
        self._verify.setToolTip(self.tr("Somebody gave you a signed PDF or Word file."))
        self._sample_card = Card(self._side, self.tr("Just looking?"))
        self._samples = SampleList(self._sample_card)
        self._recent = RecentPlans(self._open_card)
        self._theme = icon_button(body, "welcome_theme", "sun", self.tr("Light or dark"))
        self._settings = icon_button(body, "welcome_settings", "settings", self.tr("Settings"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll, 1)
        self._fill_cards()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(px(16))
        side.addWidget(self._open_card)
        side.addWidget(self._sample_card)
        side.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(px(24))
        self._columns.addLayout(self._start(), 1)
        self._columns.addWidget(self._side)
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(px(24))
        inner.addLayout(self._head())
        inner.addLayout(self._columns)
        inner.addStretch(1)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self._inner, 1000)
        centred.addStretch(1)
        self._scroll.content.addLayout(centred, 1)

    def _start(self) -> QVBoxLayout:
        gallery = QVBoxLayout()
        gallery.setSpacing(px(10))
        gallery.addWidget(label(self._inner, self.tr("Start a new plan"), Role.H2))
        gallery.addWidget(self._gallery)
        gallery.addSpacing(px(6))
        gallery.addWidget(HowItGoes(self._inner))
        gallery.addStretch(1)
        return gallery

    def _head(self) -> QHBoxLayout:
        sign = Picture(self._inner, "shield-check", "accent", 40)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(label(self._inner, self.tr("Incident response plan builder"), Role.H1))
        words.addWidget(
            label(
                self._inner,
                self.tr("Draft your plan, keep it alive, and prove it to an auditor."),
                Role.BODY,
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(sign)
        row.addLayout(words, 1)
        row.addWidget(self._theme, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._settings, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _fill_cards(self) -> None:
        hint = self.tr("Or drop a plan file anywhere on this window.")
        self._open_card.add(self._open)
        self._open_card.add(self._request)
        self._open_card.add(self._verify)
        self._open_card.add(label(self._open_card, hint, Role.HINT, wrap=True))
        self._open_card.add(line(self._open_card))
        self._open_card.add(label(self._open_card, self.tr("RECENT"), Role.OVERLINE))
        self._open_card.add(self._recent)
        told = self.tr(
            "Explore the complete plan of an invented organisation. Change what you like in it."
        )
        self._sample_card.add(label(self._sample_card, told, Role.BODY, wrap=True))
        self._sample_card.add(self._samples)

    def _connect(self) -> None:
        self._desk.prepared.connect(self._on_prepared)
        self._desk.settings_changed.connect(self._on_settings)
        self._desk.samples_read.connect(self._on_samples)
        self._gallery.chosen.connect(self.new_asked)
        self._gallery.preview_asked.connect(self._on_preview)
        self._open.clicked.connect(self.open_asked)
        self._request.clicked.connect(self.request_asked)
        self._verify.clicked.connect(self.verify_asked)
        self._samples.chosen.connect(self._desk.open_sample)
        self._settings.clicked.connect(self.settings_asked)
        self._theme.clicked.connect(self.theme_asked)
        self._recent.chosen.connect(self._on_recent)
        self._recent.missed.connect(self.missed)
        self._recent.forgotten.connect(self._desk.forget_recent)

    @Slot()
    def _on_prepared(self) -> None:
        self._gallery.show_templates(self._desk.templates, self._desk.framework_names)

    @Slot(object)
    def _on_settings(self, settings: object) -> None:
        del settings
        self._recent.show_paths(self._desk.settings.recent)

    @Slot()
    def _on_samples(self) -> None:
        self._samples.show_samples(self._desk.samples)

    @Slot(str)
    def _on_preview(self, template: str) -> None:
        """The dialog drafts a whole plan, so it is imported when it is wanted."""
        from ui.dialogs.template_preview import preview_dialog

        dialog = preview_dialog(self._desk, template, self.window())
        if dialog is not None:
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.used.connect(self.new_asked)
            dialog.open()

    @Slot(object)
    def _on_recent(self, path: Path) -> None:
        self._desk.open(path)
