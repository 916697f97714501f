"""The welcome page."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from app.bootstrap import Workshop
from tests.ui.fakes import DiskGone
from ui.dialogs.template_preview import TemplatePreviewDialog
from ui.pages.welcome import WelcomePage

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


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
    fewest, most = next(item.pages for item in desk.templates if item.id == "combined")
    qtbot.waitUntil(lambda: f"{fewest} to {most} pages before the annexes" in texts(page))
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


def test_a_template_can_be_looked_into_and_then_used(qtbot, page, desk):
    with qtbot.waitSignal(desk.prepared, timeout=30_000):
        desk.prepare()
    click(qtbot, page, "preview_small")
    dialog = page.window().findChild(TemplatePreviewDialog)
    assert dialog.isVisible()

    with qtbot.waitSignal(page.new_asked) as asked:
        click(qtbot, dialog, "preview_use")

    assert asked.args == ["small"]
    assert not dialog.isVisible()


def test_every_sample_is_shown_in_words(page, samples):
    assert samples.count() == len(page._desk.workshop.samples()) > 1
    said = [samples.item(at).data(ACCESSIBLE) for at in range(samples.count())]

    assert any(
        "Northwind Health Limited, Health" in text and "Combined NIST" in text for text in said
    )


def test_a_sample_is_made_once_and_opened_again(qtbot, samples, desk):
    with qtbot.waitSignal(desk.opened, timeout=30_000):
        choose(qtbot, samples, "Northwind Health Limited")
    assert desk.bridge.plan.profile.short_name == "Northwind Health"
    first = desk.path
    desk.close()

    with qtbot.waitSignal(desk.opened):
        choose(qtbot, samples, "Northwind Health Limited")

    assert desk.path == first


def test_each_sample_has_a_file_of_its_own(qtbot, samples, desk):
    with qtbot.waitSignal(desk.opened, timeout=30_000):
        choose(qtbot, samples, "Cascade Valve Works, Inc.")

    assert desk.bridge.plan.profile.legal_name == "Cascade Valve Works, Inc."
    assert desk.path.name == "Cascade Valve Works sample.irplan"


def test_samples_that_cannot_be_read_are_told_of_and_templates_stay(qtbot, page, desk, monkeypatch):
    def broken(shop):
        raise DiskGone("The samples cannot be read.")

    monkeypatch.setattr(Workshop, "sample_cards", broken)

    with qtbot.waitSignal(desk.failed, timeout=30_000) as failed:
        desk.prepare()

    assert isinstance(failed.args[0], DiskGone)
    assert page.findChild(QPushButton, "use_combined") is not None


@pytest.fixture
def samples(qtbot, page, desk):
    """The list of samples, once they are read."""
    with qtbot.waitSignal(desk.samples_read, timeout=30_000):
        desk.prepare()
    return page.findChild(QListWidget, "sample_list")


def choose(qtbot, samples, organisation):
    [item] = samples.findItems(organisation, Qt.MatchFlag.MatchExactly)
    samples.setCurrentItem(item)
    qtbot.keyClick(samples, Qt.Key.Key_Return)


def make_plan(desk, path):
    from app.domain.interview.drafting import AnswerSheet

    assert desk.create(path, "combined", AnswerSheet({"profile.legal_name": "Ravensworth"}))
    return path


def texts(page):
    return [item.text() for item in page.findChildren(QLabel) if item.isVisibleTo(page)]


def click(qtbot, page, name):
    qtbot.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
