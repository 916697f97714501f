"""The page of changes, over a real plan file in the real window."""

from dataclasses import replace
from datetime import date
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.bootstrap import workshop
from app.domain.plan.assurance import Exclusion, requirement_key
from app.domain.plan.changes import put, remove
from app.domain.plan.governance import AcceptedFinding, Comment, Version
from app.domain.plan.kinds import Kind
from app.domain.plan.people import Person
from app.domain.plan.plan import Record
from app.domain.plan.sections import Answer, Section
from tests.builders import rid
from tests.ui.fakes import NOW, FakeClock, person
from ui.main_window import MainWindow
from ui.pages.changes.page import ChangesPage, target_of
from ui.pages.findings.page import FindingsPage
from ui.pages.people import PeoplePage

PURPOSE = rid("purpose")


@pytest.fixture(scope="session")
def first_file(tmp_path_factory, shelf):
    """A plan of three revisions, made once; the second brought version 1.0."""
    folder = tmp_path_factory.mktemp("changes")
    path = folder / "ravens.irplan"
    made = workshop_of(folder, shelf)
    sheet = made.read_answers(answers(folder))
    made.create(path, "combined", sheet).close()
    save(made, path, Version(rid("v1"), "1.0", issued_on=date(2026, 11, 3)))
    save(made, path, person("ada", "Ada Byron"))
    return path


@pytest.fixture
def plan_file(tmp_path, first_file):
    """A copy of it."""
    return copyfile(first_file, tmp_path / "ravens.irplan")


def answers(folder):
    file = folder / "answers.toml"
    file.write_text('[answers]\nprofile.legal_name = "Ravensworth Mutual"\n', "utf-8")
    return file


def workshop_of(folder, shelf):
    from app.paths import AppPaths

    made = workshop(AppPaths.below(folder / "other"), FakeClock(NOW))
    vars(made)["library"] = shelf
    return made


def save(made, path, *records: Record):
    opened = made.open(path)
    for record in records:
        opened.session.apply((put(opened.plan, record),), "Put")
    opened.close()


@pytest.fixture
def page(qtbot, window: MainWindow, desk, plan_file) -> ChangesPage:
    assert desk.open(plan_file)
    window.navigate("changes")
    shown = window.findChild(ChangesPage)
    assert shown is not None
    qtbot.waitUntil(lambda: bool(shown.list.said) or nothing(shown).isVisible())
    return shown


def nothing(page) -> QLabel:
    found = page.findChild(QLabel, "changes_nothing")
    assert isinstance(found, QLabel)
    return found


def words(box) -> list[str]:
    return [box.itemText(at) for at in range(box.count())]


def pick(qtbot, box, text):
    """As a person does it with the keyboard."""
    box.setFocus()
    for _ in range(box.count()):
        qtbot.keyClick(box, Qt.Key.Key_Up)
    for _ in range(words(box).index(text)):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def edit(desk, *records: Record):
    for record in records:
        desk.bridge.apply((put(desk.bridge.plan, record),), "Edit")


def test_one_sees_what_changed_since_the_newest_version(page):
    assert page.old.currentText() == "Version 1.0"
    assert page.new.currentText() == "The plan as it is now"
    assert page.list.said.startswith("1 change in 1 record; material: 0.")


def test_the_points_to_choose_from_are_versions_and_the_creation(page):
    assert words(page.old) == ["Version 1.0", "As it was created on 23 Nov 2026"]
    assert words(page.new) == ["The plan as it is now", *words(page.old)]


def test_another_point_is_compared_at_once(qtbot, page):
    pick(qtbot, page.old, "As it was created on 23 Nov 2026")

    qtbot.waitUntil(lambda: page.list.said.startswith("2 changes in 2 records"))


def test_the_same_point_twice_has_nothing_to_show(qtbot, page):
    pick(qtbot, page.new, "Version 1.0")

    qtbot.waitUntil(lambda: nothing(page).isVisible())
    assert nothing(page).text() == "Nothing changed."


def test_what_is_not_saved_yet_is_compared_too(qtbot, page, desk):
    edit(desk, person("eve", "Eve"), person("bob", "Bob"))

    qtbot.waitUntil(lambda: page.list.said.startswith("3 changes in 3 records"))


def test_typing_is_waited_out(qtbot, page, desk):
    seen = []
    page.list._model.modelReset.connect(lambda: seen.append(page.list.said))
    section = desk.bridge.plan.sections[PURPOSE]

    for count in range(5):
        edit(desk, replace(section, prose=f"{section.prose} {'x' * count}."))
        qtbot.wait(20)
    qtbot.waitUntil(lambda: page.list.said.startswith("2 changes in 2 records"))

    assert len(seen) == 1


def test_a_page_nobody_sees_compares_when_it_is_shown_again(qtbot, page, desk, window):
    window.navigate("overview")
    edit(desk, person("eve", "Eve"))
    qtbot.wait(700)
    assert page.list.said.startswith("1 change ")

    window.navigate("changes")

    qtbot.waitUntil(lambda: page.list.said.startswith("2 changes"))


def test_enter_goes_to_the_record_as_from_a_finding(qtbot, page, window):
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return)

    shown = window.findChild(PeoplePage)
    assert shown is not None
    assert shown.isVisible()
    assert window.findChild(QLabel, "page_title").text() == "People & roles"


def test_what_is_gone_cannot_be_opened_and_that_is_said(qtbot, page, desk):
    bridge = desk.bridge
    bridge.apply((remove(bridge.plan, Kind.PERSON, rid("ada")),), "Remove")
    pick(qtbot, page.new, "The plan as it is now")

    page.list.record_chosen.emit(Kind.PERSON, "ada")

    assert page.isVisible()
    assert page.notice.text.startswith("This is no longer in the plan")


def test_what_no_page_shows_is_said_to_have_none(page, desk):
    edit(desk, Comment(rid("c"), "sections/purpose", "Ann", "Why?", NOW))

    page.list.record_chosen.emit(Kind.COMMENT, "c")

    assert page.notice.text == "This has no page of its own."


def test_an_accepted_finding_is_among_the_findings(qtbot, page, desk, window):
    edit(desk, AcceptedFinding(rid("a.b:c"), "Known.", "Ann", NOW.date()))

    page.list.record_chosen.emit(Kind.ACCEPTED, "a.b:c")

    assert window.findChild(FindingsPage).isVisible()


def test_a_history_that_cannot_be_read_is_told_of(qtbot, page, desk, window, monkeypatch):
    def broken(self, path):
        from app.services.history import RevisionUnknown

        raise RevisionUnknown(7, 3)

    monkeypatch.setattr(type(desk.workshop), "history", broken)
    window.navigate("overview")
    window.navigate("changes")

    qtbot.waitUntil(lambda: "no revision 7" in page.notice.text)


def test_the_plan_can_be_closed_while_it_is_compared(qtbot, page, desk):
    edit(desk, person("eve", "Eve"))
    page._compare()

    assert desk.close()
    qtbot.wait(100)


def test_without_a_version_one_begins_with_the_creation(qtbot, window, desk, tmp_path):
    assert desk.open_sample()
    opened = desk.bridge
    for version in opened.plan.versions.all():
        opened.apply((remove(opened.plan, Kind.VERSION, version.id),), "Remove")
    assert opened.flush()

    window.navigate("changes")
    page = window.findChild(ChangesPage)

    qtbot.waitUntil(lambda: bool(page.old.point))
    assert page.old.currentText().startswith("As it was created on")


@pytest.mark.parametrize(
    ("record", "target"),
    [
        (Section(PURPOSE, "Purpose"), "section:purpose"),
        (Answer(rid("purpose.goal"), PURPOSE, "x"), "question:purpose.goal"),
        (Person(rid("ada"), "Ada"), "record:people:ada"),
        (Exclusion(requirement_key("nist", "A.1"), "No."), "requirement:nist/A.1"),
    ],
)
def test_each_record_has_a_place_the_window_knows(record, target):
    from app.domain.plan.plan import kind_of
    from ui.models.targets import place_of

    assert target_of(kind_of(record), record.id) == target
    place = place_of(target)
    assert place is not None
    assert place.record == record.id
