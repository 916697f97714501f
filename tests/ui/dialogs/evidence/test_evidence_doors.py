"""The ways to the evidence: the page of versions, and the palette of commands."""

from tests.ui.dialogs.versions.driving import click
from ui.dialogs.evidence.dialog import EvidenceDialog
from ui.models.commands import command_entries
from ui.pages.versions.page import VersionsPage


def test_the_page_of_versions_leads_to_the_evidence(qtbot, window, desk):
    assert desk.open_sample()
    window.navigate("versions")
    page = window.findChild(VersionsPage)
    qtbot.waitUntil(lambda: not page.busy, timeout=60_000)

    click(page, "versions_evidence")

    assert isinstance(window.doors.dialog("evidence"), EvidenceDialog)


def test_the_palette_leads_to_the_evidence(window, desk):
    assert desk.open_sample()
    targets = [entry.target for entry in command_entries(help_there=False)]

    window.navigate("evidence")

    assert "evidence" in targets
    assert window.doors.dialog("evidence").isVisible()


def test_without_a_plan_there_is_no_evidence(window):
    window.navigate("evidence")

    assert window.doors.dialog("evidence") is None
