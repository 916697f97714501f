"""A damaged plan in the window: its newest good copy is offered, and the file left as it is."""

import shutil

import pytest
from PySide6.QtWidgets import QListWidget, QPushButton

from ui.pages.backups.page import BackupsPage
from ui.widgets.banner import NoticeBanner


@pytest.fixture
def banner(window) -> NoticeBanner:
    found = window.findChild(NoticeBanner, "banner")
    assert isinstance(found, NoticeBanner)
    return found


def act(banner):
    button = banner.findChild(QPushButton, "banner_action")
    assert button is not None
    assert button.isVisible()
    button.click()


def test_the_newest_good_copy_opens_as_a_new_file(qtbot, window, desk, banner, path):
    path.write_bytes(path.read_bytes()[:9_000])
    damaged = path.read_bytes()

    assert not desk.open(path)
    assert banner.text.startswith("The plan file is damaged. plan.irplan is damaged (")
    with qtbot.waitSignal(desk.opened):
        act(banner)

    assert desk.path == path.with_name("plan (copy of 2026-11-23 1100).irplan")
    assert desk.bridge.plan.people
    assert path.read_bytes() == damaged
    assert banner.text == (
        f"This is the newest good copy. The damaged file stays where it is: {path}."
    )


def test_without_a_good_copy_that_is_said(qtbot, window, desk, banner, path, shop):
    shutil.rmtree(shop.copies(path).folder)
    path.write_bytes(path.read_bytes()[:9_000])
    assert not desk.open(path)

    act(banner)

    said = "No backup can be used. There is no good backup of plan.irplan in "
    qtbot.waitUntil(lambda: banner.isVisible() and banner.text.startswith(said))
    assert desk.bridge is None


def test_the_page_stands_in_the_navigation(qtbot, window, desk, path):
    assert desk.open(path)
    areas = window.findChild(QListWidget, "nav_areas")
    names = [areas.item(row).text() for row in range(areas.count())]

    areas.setCurrentRow(names.index("Backups"))

    page = window.findChild(BackupsPage)
    assert page.isVisible()
    qtbot.waitUntil(lambda: not page.busy, timeout=30_000)
    assert window.findChild(BackupsPage).list.point is not None


def test_closing_the_plan_while_its_copies_are_read_does_no_harm(qtbot, window, desk, path):
    assert desk.open(path)
    window.navigate("backups")

    assert desk.close()
    qtbot.wait(300)

    assert desk.bridge is None
