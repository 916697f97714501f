"""The welcome page."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from ui.pages.welcome import WelcomePage


@pytest.fixture
def page(qtbot, host, desk):
    made = WelcomePage(desk, host)
    made.resize(1100, 800)
    host.resize(1100, 800)
    with qtbot.waitExposed(host):
        host.show()
    return made


def test_templates_appear_once_they_are_read(qtbot, page, desk):
    with qtbot.waitSignal(desk.prepared, timeout=30_000):
        desk.prepare()

    with qtbot.waitSignal(page.new_asked) as asked:
        click(qtbot, page, "use_combined")

    assert asked.args == ["combined"]
    qtbot.waitUntil(lambda: "30 to 45 pages" in texts(page))
    assert not any("nist-" in text for text in texts(page)), "ids are not for people"


def test_a_recent_plan_is_opened_with_the_keyboard(qtbot, page, desk, tmp_path):
    path = make_plan(desk, tmp_path / "ours.irplan")
    desk.close()
    recent = page.findChild(QListWidget, "recent_list")
    recent.setCurrentRow(0)

    with qtbot.waitSignal(desk.opened):
        qtbot.keyClick(recent, Qt.Key.Key_Return)

    assert desk.path == path


def test_a_plan_that_is_gone_is_said_to_be(qtbot, page, desk, tmp_path):
    gone = tmp_path / "gone.irplan"
    desk.change_settings(replace(desk.settings, recent=(gone,)))
    recent = page.findChild(QListWidget, "recent_list")
    recent.setCurrentRow(0)

    with qtbot.waitSignal(page.missed) as missed:
        qtbot.keyClick(recent, Qt.Key.Key_Return)

    assert missed.args == [gone]


def test_delete_takes_a_plan_off_the_list_and_leaves_the_file(qtbot, page, desk, tmp_path):
    path = tmp_path / "ours.irplan"
    path.touch()
    desk.change_settings(replace(desk.settings, recent=(path,)))
    recent = page.findChild(QListWidget, "recent_list")
    recent.setCurrentRow(0)

    qtbot.keyClick(recent, Qt.Key.Key_Delete)

    assert recent.count() == 0
    assert path.exists()
    assert desk.workshop.settings().recent == ()


def test_an_empty_list_says_what_it_is_for(page):
    assert "Plans you open appear here." in texts(page)


def test_the_sample_is_made_once_and_opened_again(qtbot, page, desk):
    with qtbot.waitSignal(desk.opened, timeout=30_000):
        click(qtbot, page, "sample_button")
    assert desk.bridge.plan.profile.short_name == "Northwind Health"
    first = desk.path
    desk.close()

    with qtbot.waitSignal(desk.opened):
        click(qtbot, page, "sample_button")

    assert desk.path == first


def make_plan(desk, path):
    from app.domain.interview.drafting import AnswerSheet

    assert desk.create(path, "combined", AnswerSheet({"profile.legal_name": "Ravensworth"}))
    return path


def texts(page):
    return [item.text() for item in page.findChildren(QLabel) if item.isVisibleTo(page)]


def click(qtbot, page, name):
    qtbot.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
