"""What the palette offers."""

from ui.models.commands import command_entries
from ui.models.entries import entries_of
from ui.models.palette import best


def test_sections_people_roles_and_requirements_can_be_found(bridge):
    found = {entry.title: entry.target for entry in entries_of(bridge)}

    assert found["Purpose"] == "section:purpose"
    assert found["Ada Byron"] == "record:people:ada"
    assert found["Incident lead"] == "record:roles:incident-lead"
    assert found["S.2 Report"] == "section:detection_reporting"


def test_what_matches_by_title_comes_before_what_matches_unseen(bridge):
    entries = entries_of(bridge)

    titles = [entry.title for entry in best("report", entries)]

    assert titles[:2] == ["Reporting of events", "S.2 Report"]


def test_help_is_offered_only_where_there_is_some():
    with_help = {entry.target for entry in command_entries(help_there=True)}
    without = {entry.target for entry in command_entries(help_there=False)}

    assert with_help - without == {"help"}
