"""A template before it is used."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTreeWidget

from app.services.previewing.preview import PreviewedSection
from tests.ui.fakes import DiskGone
from ui.dialogs.template_preview import TemplatePreviewDialog, preview_dialog
from ui.dialogs.template_section import SectionPreview
from ui.widgets.prose.editor import ProseEdit


@pytest.fixture
def dialog(qtbot, host, desk):
    host.resize(1024, 680)
    made = preview_dialog(desk, "combined", host)
    assert made is not None
    with qtbot.waitExposed(made):
        made.open()
    return made


@pytest.fixture
def outline(dialog):
    return dialog.findChild(QTreeWidget, "template_outline")


def title(dialog):
    return dialog.findChild(QLabel, "preview_title").text()


def reading(dialog):
    return dialog.findChild(ProseEdit, "preview_text")


def texts(dialog):
    found = [item for item in dialog.findChildren(QLabel) if item.isVisibleTo(dialog)]
    return [item.accessibleName() or item.text() for item in found]


def press(dialog, key):
    QTest.keyClick(dialog.findChild(QTreeWidget, "template_outline"), key)


def test_it_begins_with_the_first_section_drafted_from_examples(dialog):
    assert title(dialog) == "1.1 Purpose and objectives"
    text = reading(dialog).toPlainText()
    assert "Northbridge Analytics Limited" in text
    assert "{{" not in text
    assert reading(dialog).isReadOnly()


def test_the_outline_names_every_part_and_section(outline, desk):
    template = desk.workshop.template("combined")
    heads = [outline.topLevelItem(at) for at in range(outline.topLevelItemCount())]

    assert [head.text(0) for head in heads] == [part.title for part in template.parts]
    assert sum(head.childCount() for head in heads) == len(template.sections)
    assert all(item.isExpanded() for item in heads)


def test_the_arrow_keys_go_from_section_to_section_over_the_heads(dialog, outline):
    first_part = outline.topLevelItem(0).childCount()

    for _ in range(first_part):
        press(dialog, Qt.Key.Key_Down)
    assert title(dialog).startswith("2.1 ")

    press(dialog, Qt.Key.Key_Up)
    assert title(dialog).startswith(f"1.{first_part} ")


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Home])
def test_no_key_leads_away_from_the_sections(dialog, outline, key):
    press(dialog, key)

    assert outline.currentItem().parent() is not None
    assert title(dialog).startswith("1.1 ")


def test_a_section_tells_what_it_asks(qtbot, dialog, outline):
    press(dialog, Qt.Key.Key_Down)

    asked = "\u2022\u2002In which sector does your organisation work?"
    qtbot.waitUntil(lambda: asked in texts(dialog))
    assert reading(dialog).accessibleName() == f"How {title(dialog)} would read"


def test_no_section_shows_any_syntax(dialog, outline):
    for row in outline._rows.values():
        outline.setCurrentItem(row)
        text = reading(dialog).toPlainText()
        assert text.strip(), title(dialog)
        assert not any(syntax in text for syntax in ("{{", "](", "| ---", "**", "###"))


def test_headings_lists_and_tables_look_like_such(host):
    text = "### Head\n\n1. one\n\n| A | B |\n| --- | --- |\n| c | **d** |"
    made = SectionPreview(host)

    made.show_section(PreviewedSection("k", "1.1", "T", "Why.", text, applies=True, questions=()))

    document = reading(made).document()
    blocks = [document.findBlockByNumber(at) for at in range(document.blockCount())]
    assert blocks[0].blockFormat().headingLevel() == 3
    assert blocks[1].textList() is not None
    [table] = [item for item in document.rootFrame().childFrames() if isinstance(item, QTextTable)]
    assert (table.rows(), table.columns()) == (2, 2)


def test_a_section_that_does_not_apply_shows_why_letter_by_letter(host):
    made = SectionPreview(host)

    made.show_section(
        PreviewedSection("k", "1.1", "T", "", "No <b>*AI*</b>.", applies=False, questions=())
    )

    assert "No <b>*AI*</b>." in texts(made)
    assert not reading(made).isVisibleTo(made)


def test_it_leaves_the_window_around_it_free(dialog, host):
    assert dialog.width() <= host.width()
    assert dialog.height() <= host.height()


def test_use_tells_which_template_and_closes(qtbot, dialog):
    with qtbot.waitSignal(dialog.used) as used:
        qtbot.mouseClick(dialog.findChild(QPushButton, "preview_use"), Qt.MouseButton.LeftButton)

    assert used.args == ["combined"]
    assert not dialog.isVisible()


def test_close_uses_nothing(qtbot, dialog):
    with qtbot.assertNotEmitted(dialog.used):
        qtbot.mouseClick(dialog.findChild(QPushButton, "preview_close"), Qt.MouseButton.LeftButton)

    assert not dialog.isVisible()


def test_it_speaks_the_language_asked_for(desk, host):
    spelled = preview_dialog(desk, "combined", host, "en-US")

    assert "organization" in reading(spelled).toPlainText()


def test_a_template_that_cannot_be_read_is_told_of(qtbot, desk, host, monkeypatch):
    def broken(*words):
        raise DiskGone("The library cannot be read.")

    monkeypatch.setattr(type(desk.workshop), "template", broken)

    with qtbot.waitSignal(desk.failed) as failed:
        assert preview_dialog(desk, "combined", host) is None

    assert isinstance(failed.args[0], DiskGone)
    assert host.findChild(TemplatePreviewDialog) is None
