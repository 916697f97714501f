"""The dialog for a new plan."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton

from ui.dialogs.new_plan import NewPlanDialog, file_name
from ui.dialogs.template_preview import TemplatePreviewDialog
from ui.widgets.fields import Field


@pytest.fixture
def dialog(qtbot, host, desk):
    with qtbot.waitSignal(desk.prepared, timeout=30_000):
        desk.prepare()
    made = NewPlanDialog(desk, "combined", host)
    made.open()
    return made


def test_a_plan_is_created_from_the_keyboard_and_opened(qtbot, dialog, desk, tmp_path):
    write(qtbot, dialog, "legal_name", "Ravensworth Mutual plc")
    write(qtbot, dialog, "short_name", "Ravensworth")
    write(qtbot, dialog, "plan_path", str(tmp_path / "ours"))
    sector = dialog.findChild(QComboBox, "sector")
    sector.setCurrentIndex(1)

    with qtbot.waitSignal(desk.opened, timeout=30_000):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    profile = desk.bridge.plan.profile
    assert (profile.legal_name, profile.short_name) == ("Ravensworth Mutual plc", "Ravensworth")
    assert profile.sector == sector.itemData(1)
    assert desk.path == tmp_path / "ours.irplan"
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_the_plan_is_written_in_the_language_chosen(qtbot, dialog, desk, tmp_path):
    language = dialog.findChild(QComboBox, "language_choice")
    assert language.currentData() == "en-GB"
    language.setCurrentIndex(language.findData("en-US"))
    write(qtbot, dialog, "legal_name", "Ravensworth Mutual, Inc.")
    write(qtbot, dialog, "plan_path", str(tmp_path / "ours"))

    with qtbot.waitSignal(desk.opened, timeout=30_000):
        create(qtbot, dialog)

    assert desk.bridge.plan.profile.language == "en-US"
    assert desk.bridge.template.language == "en-US"


def test_the_template_says_how_long_and_in_which_order_the_plan_is(qtbot, dialog, desk):
    templates = {item.id: item for item in desk.templates}
    choice = dialog.findChild(QComboBox, "template_choice")
    facts = dialog.findChild(QLabel, "template_facts")
    assert templates["combined"].arrangement in facts.text()

    choice.setCurrentIndex(choice.findData("small"))

    fewest, most = templates["small"].pages
    assert facts.text().startswith(f"{fewest} to {most} pages before the annexes.")
    assert choice.accessibleDescription() == facts.text()
    assert facts.height() >= facts.heightForWidth(facts.width())


def test_the_template_chosen_can_be_looked_into(qtbot, dialog):
    choice = dialog.findChild(QComboBox, "template_choice")
    choice.setCurrentIndex(choice.findData("iso"))

    qtbot.mouseClick(dialog.findChild(QPushButton, "template_preview"), Qt.MouseButton.LeftButton)

    shown = dialog.findChild(TemplatePreviewDialog)
    assert shown.isVisible()
    assert shown.windowTitle() == f"Preview: {choice.currentText()}"


def test_without_a_name_nothing_is_made(qtbot, dialog, desk, tmp_path):
    write(qtbot, dialog, "plan_path", str(tmp_path / "ours"))

    create(qtbot, dialog)

    assert problem(dialog, "legal_name").startswith("State the legal name")
    assert desk.bridge is None
    assert list(tmp_path.glob("*.irplan")) == []


def test_a_file_that_exists_is_never_overwritten(qtbot, dialog, desk, tmp_path):
    (tmp_path / "ours.irplan").write_text("mine", "utf-8")
    write(qtbot, dialog, "legal_name", "Ravensworth")
    write(qtbot, dialog, "plan_path", str(tmp_path / "ours.irplan"))

    create(qtbot, dialog)

    assert "exists already" in problem(dialog, "plan_path")
    assert (tmp_path / "ours.irplan").read_text("utf-8") == "mine"


def test_a_folder_that_is_not_there_is_told_of_and_the_dialog_stays(qtbot, dialog, desk, tmp_path):
    write(qtbot, dialog, "legal_name", "Ravensworth")
    write(qtbot, dialog, "plan_path", str(tmp_path / "missing" / "ours.irplan"))

    create(qtbot, dialog)

    assert dialog.isVisible()
    assert dialog.banner.isVisibleTo(dialog)
    assert "ours.irplan" in dialog.banner.text


def test_the_file_is_named_after_the_organisation_until_one_names_it(qtbot, dialog):
    path = dialog.findChild(QLineEdit, "plan_path")

    write(qtbot, dialog, "short_name", "Ravens/worth")

    assert path.text().endswith("Ravensworth incident response plan.irplan")


def test_the_file_follows_a_name_put_in_without_typing(dialog):
    """As screen readers, dictation and password safes do."""
    path = dialog.findChild(QLineEdit, "plan_path")

    QAccessible.queryAccessibleInterface(dialog.findChild(QLineEdit, "legal_name")).setText(
        QAccessible.Text.Value, "Harbour Water"
    )
    assert path.text().endswith("Harbour Water incident response plan.irplan")

    path.setText("/tmp/mine.irplan")
    dialog.findChild(QLineEdit, "short_name").setText("Harbour")
    assert path.text() == "/tmp/mine.irplan"


@pytest.mark.parametrize(
    ("organisation", "name"),
    [
        ("", "Incident response plan.irplan"),
        ("../../etc", "etc incident response plan.irplan"),
        ("A" * 200, "A" * 60 + " incident response plan.irplan"),
        ("Müller & Söhne", "Müller & Söhne incident response plan.irplan"),
    ],
)
def test_a_file_name_holds_nothing_a_system_refuses(organisation, name):
    assert file_name(organisation) == name


def write(qtbot, dialog, name, text):
    field = dialog.findChild(QLineEdit, name)
    field.selectAll()
    qtbot.keyClicks(field, text)


def create(qtbot, dialog):
    button = dialog.findChild(QPushButton, "create_button")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def problem(dialog, name):
    [field] = [item for item in dialog.findChildren(Field) if item.entry.objectName() == name]
    return field.problem


def test_a_plan_that_was_made_is_told_of_once(qtbot, dialog, tmp_path):
    write(qtbot, dialog, "legal_name", "Ravensworth Mutual plc")
    write(qtbot, dialog, "plan_path", str(tmp_path / "ours"))

    with qtbot.waitSignal(dialog.created):
        create(qtbot, dialog)
