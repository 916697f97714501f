"""What is due, from the navigation to the page where one deals with it."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton

from app.domain.plan.changes import put
from app.domain.plan.governance import Version
from app.domain.plan.ids import RecordId


def test_a_review_that_is_due_leads_from_the_badge_to_the_page_of_reviews(qtbot, window, desk):
    desk.open_sample()
    bridge = desk.bridge
    profile = replace(bridge.plan.profile, review_months=12)
    records = [replace(version, issued_on=None) for version in bridge.plan.versions.values()]
    issued = Version(RecordId("old"), "0.1", issued_on=date(2025, 1, 1))
    changes = (put(bridge.plan, record) for record in (profile, *records, issued))
    bridge.apply(tuple(changes), "Old issue")

    areas = window.findChild(QListWidget, "nav_areas")
    role = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: "due" in areas.item(0).data(role))
    assert areas.item(0).data(role) == f"Overview, {window.due.count} reminders are due"
    start = window.findChild(QPushButton, "review_banner_action")
    assert start.text() == "Start the review"
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)

    assert areas.currentItem().data(role) == "Reviews"
    desk.close()
    assert window.due.count == 0
