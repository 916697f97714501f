"""The overview page."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPlainTextEdit, QPushButton, QToolButton

from app.domain.lifecycle.reminding.reminder import Reminder, Subject
from app.domain.plan.changes import put
from app.domain.plan.governance import Action, Version
from app.domain.plan.ids import RecordId
from app.domain.plan.sections import Answer
from app.domain.plan.upkeep import Upkeep
from app.services.accepting import Acceptance, accept
from tests.ui.fakes import TODAY, MemoryStore, open_plan, person, small_plan
from ui.bridge.session import PlanBridge
from ui.pages.findings.done_notice import DoneNotice
from ui.pages.overview import OverviewPage
from ui.pages.overview.due_card import DueCard
from ui.pages.overview.due_words import target_of
from ui.pages.overview.next_steps import MOST_STEPS
from ui.pages.overview.step_row import StepRow
from ui.widgets.banner import NoticeBanner
from ui.widgets.ring import CompletenessRing


@pytest.fixture
def page(qtbot, bridge, desk, host):
    made = OverviewPage(bridge, desk, host)
    made.resize(1200, 800)
    host.show()
    return made


def test_progress_follows_every_answer(page, bridge):
    ring = page.findChild(CompletenessRing, "completeness_ring")
    before = ring.share

    answer(bridge, "purpose.goal", "purpose", "Keep patients safe")

    assert ring.share == bridge.judgement.share > before


def test_counts_name_what_is_done_and_what_blocks(page):
    assert "1 section done" in shown(page, "progress_counts") or "sections done" in shown(
        page, "progress_counts"
    )


def test_the_link_leads_to_the_next_open_section(qtbot, page):
    with qtbot.waitSignal(page.navigate) as asked:
        click(qtbot, page, "continue_button")

    assert asked.args == ["section:purpose"]


def test_at_most_six_steps_are_shown_and_the_rest_is_one_click_away(qtbot, page, bridge):
    assert len(page.findChildren(StepRow)) == MOST_STEPS < len(bridge.judgement.findings())

    with qtbot.waitSignal(page.navigate) as asked:
        click(qtbot, page, "view_all_findings")

    assert asked.args == ["findings"]


def test_fix_leads_to_the_finding(qtbot, page, bridge):
    worst = bridge.judgement.findings()[0]

    with qtbot.waitSignal(page.navigate) as asked:
        click(qtbot, page, f"fix_{worst.key}")

    assert asked.args == [f"finding:{worst.key}"]


def test_a_step_is_mended_at_once_told_and_taken_back(qtbot, bridge, desk, host):
    page = begun_well(qtbot, bridge, desk, host)
    tree = next(item for item in bridge.judgement.findings() if item.code == "tree.none")

    click(qtbot, page, f"mend_{tree.key}")

    assert len(bridge.plan.trees) == 1
    assert page.findChild(DoneNotice).text == "Done: Add an activation tree."
    assert page.findChild(QPushButton, f"mend_{tree.key}") is None or not shows(page, tree)
    click(qtbot, page, "done_notice_action")
    assert not bridge.plan.trees
    qtbot.waitUntil(lambda: shows(page, tree))


def test_a_step_is_accepted_with_a_reason(qtbot, page, bridge):
    worst = bridge.judgement.findings()[0]

    made = page.findChild(QToolButton, f"accept_{worst.key}")
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QDialog, "accept_dialog")
    dialog.findChild(QPlainTextEdit, "statement_reason").setPlainText("Known to the board.")
    dialog.findChild(QComboBox, "statement_by").setEditText("Anna Keller")
    click(qtbot, dialog, "statement_keep")

    assert bridge.plan.accepted[worst.key].by == "Anna Keller"
    assert not shows(page, worst)
    assert worst.reason in made.accessibleName()


def test_a_plan_that_cannot_be_saved_offers_only_the_way_to_each_step(qtbot, desk, host):
    bridge = PlanBridge(open_plan(MemoryStore(small_plan(), read_only=True)), host)

    page = begun_well(qtbot, bridge, desk, host)

    names = [made.objectName() for made in page.findChildren(StepRow)[0].findChildren(QPushButton)]
    assert [name.partition("_")[0] for name in names] == ["fix"]
    assert not page.findChildren(StepRow)[0].findChildren(QToolButton)


def test_every_step_names_its_code(page, bridge):
    labels = {item.text() for item in page.findChildren(QLabel)}

    for finding in bridge.judgement.findings()[:MOST_STEPS]:
        assert any(text.endswith(f"\u00b7 {finding.code}") for text in labels)


def test_what_a_person_must_judge_is_never_counted_as_met(page, bridge):
    answer(bridge, "purpose.goal", "purpose", "Keep patients safe")
    answer(bridge, "reporting.channel", "detection_reporting", "the service desk")

    assert shown(page, "coverage_small-framework") == "2 of 3 met"


def test_markup_in_a_name_is_shown_as_it_is(page, bridge):
    profile = replace(bridge.plan.profile, short_name="<b>R&D</b>")

    bridge.apply((put(bridge.plan, profile),), "Short name")

    labels = [item for item in page.findChildren(QLabel) if "<b>R&D</b>" in item.text()]
    assert labels
    assert all(item.textFormat() is Qt.TextFormat.PlainText for item in labels)


def test_a_person_who_stated_a_name_is_greeted_by_it(page, desk):
    desk.change_settings(replace(desk.settings, person="Anna Keller"))

    assert shown(page, "greeting").endswith(", Anna")


@pytest.mark.parametrize(
    ("verified", "figure", "hint"),
    [
        ((), "None yet", "The plan names nobody"),
        ((date(2026, 11, 1),), "1 / 1", "All within 90 days"),
        ((date(2026, 1, 1), None), "0 / 2", "1 older than 90 days, 1 never verified"),
    ],
)
def test_verified_contacts_are_counted(qtbot, host, desk, verified, figure, hint):
    people = [person(f"p{at}", f"P {at}", day) for at, day in enumerate(verified)]
    bridge = PlanBridge(open_plan(MemoryStore(small_plan(*people))), host)

    page = OverviewPage(bridge, desk, host)

    assert shown(page, "contacts_card_figure") == figure
    assert shown(page, "contacts_card_hint") == hint


START = "Start the review of the incident response plan"


@pytest.mark.parametrize(
    ("issued", "hint", "banner"),
    [
        (date(2026, 6, 1), "in 190 days", ""),
        (date(2026, 1, 4), "in 42 days", f"{START}: due today."),
        (date(2025, 12, 1), "in 8 days", f"{START}: overdue since 20 Oct 2026."),
        (
            date(2025, 11, 13),
            "10 days overdue",
            f"{START}: overdue since 2 Oct 2026. 1 more thing is due.",
        ),
    ],
)
def test_a_review_that_comes_near_is_announced(qtbot, page, bridge, issued, hint, banner):
    issue(bridge, issued)

    notice = page.findChild(NoticeBanner, "review_banner")
    assert shown(page, "review_card_hint") == hint
    assert (notice.text if notice.isVisibleTo(page) else "") == banner
    if banner:
        with qtbot.waitSignal(page.navigate) as asked:
            click(qtbot, page, "review_banner_action")
        assert asked.args == ["reviews"]


def test_what_else_is_due_is_announced_and_shown(qtbot, page, bridge):
    bridge.apply((put(bridge.plan, due_action("radios", "Buy radios", 23)),), "Action")

    notice = page.findChild(NoticeBanner, "review_banner")
    assert notice.text == "Action: Buy radios: due today."
    click(qtbot, page, "review_banner_action")
    assert page.findChild(DueCard).isAncestorOf(page.focusWidget())


def test_the_banner_goes_when_nothing_is_due_any_more(page, bridge):
    bridge.apply((put(bridge.plan, due_action("radios", "Buy radios", 23)),), "Action")
    bridge.undo()

    assert not page.findChild(NoticeBanner, "review_banner").isVisibleTo(page)


def test_what_is_ahead_is_listed_with_its_day_and_leads_to_its_record(qtbot, page, bridge):
    actions = [due_action(f"a{at}", f"Do {at}", at + 20) for at in range(1, 9)]
    bridge.apply(tuple(put(bridge.plan, action) for action in actions), "Actions")

    card = page.findChild(DueCard)
    rows = [made for made in card.findChildren(QPushButton) if "action" in made.objectName()]
    qtbot.waitUntil(lambda: all(made.isVisibleTo(card) for made in rows))
    names = [made.accessibleName() for made in rows]
    assert len(names) == 6
    assert names[0] == "Action: Do 1, 21 Nov 2026, Overdue"
    assert names[2] == "Action: Do 3, 23 Nov 2026, Today"
    assert names[3] == "Action: Do 4, 24 Nov 2026, Soon"
    assert shown(page, "due_more") == "and 2 later"
    with qtbot.waitSignal(page.navigate) as asked:
        click(qtbot, page, "due_action-a1")
    assert asked.args == ["record:actions:a1"]


def test_a_plan_with_nothing_ahead_says_so(page):
    card = page.findChild(DueCard)

    texts = [item.text() for item in card.findChildren(QLabel) if item.isVisibleTo(card)]
    assert "Nothing is ahead." in texts
    assert not page.findChild(QPushButton, "due_calendar").isVisibleTo(card)


def test_the_settings_of_reminders_are_one_click_away(qtbot, page):
    click(qtbot, page, "due_settings")

    dialog = page.findChild(QDialog, "reminder_settings")
    assert dialog.isVisible()
    dialog.reject()


@pytest.mark.parametrize(
    ("subject", "about", "target"),
    [
        (Subject.REVIEW_START, "", "reviews"),
        (Subject.REVIEW, "", "reviews"),
        (Subject.AFTERWARDS, "acts/a1", "versions"),
        (Subject.RETENTION, "versions/v1", "versions"),
        (Subject.CONTACT, "people/ada", "record:people:ada"),
        (Subject.CONTACT, "", "section:contacts"),
        (Subject.EXERCISE, "", "exercises"),
        (Subject.LESSON, "lessons/l1", "record:lessons:l1"),
    ],
)
def test_each_reminder_leads_to_where_one_deals_with_it(subject, about, target):
    assert target_of(Reminder("x", subject, TODAY, "Do", about=about)) == target


def test_a_long_title_is_cut_in_the_banner(page, bridge):
    bridge.apply((put(bridge.plan, due_action("x", "word " * 100, 23)),), "Action")

    assert len(page.findChild(NoticeBanner, "review_banner").text) < 110


def test_reminders_are_saved_as_a_calendar_file(page, bridge, tmp_path):
    issue(bridge, date(2026, 6, 1))

    page.save_calendar(str(tmp_path / "review.ics"))

    assert b"BEGIN:VCALENDAR" in (tmp_path / "review.ics").read_bytes()
    assert page.banner.text.startswith("Saved review.ics.")


def test_a_folder_that_refuses_the_calendar_is_told_of(page, tmp_path):
    page.save_calendar(str(tmp_path / "missing" / "review.ics"))

    assert page.banner.isVisibleTo(page)
    assert "review.ics" in page.banner.text or "missing" in page.banner.text


def begun_well(qtbot, bridge, desk, host):
    """A page whose first steps are those that come after the answers and the tables."""
    made = OverviewPage(bridge, desk, host)
    findings = [item for item in bridge.judgement.findings() if item.code != "tree.none"]
    given = Acceptance("Not yet.", "Ada", date(2026, 11, 23))
    if not bridge.read_only:
        bridge.apply(accept(bridge.plan, findings, given), "Accept")
    host.resize(1200, 800)
    made.resize(1200, 800)
    with qtbot.waitExposed(host):
        host.show()
    return made


def shows(page, finding):
    rows = page.findChildren(StepRow)
    return any(
        row.isVisibleTo(page) and row.findChild(QPushButton, f"fix_{finding.key}") for row in rows
    )


def issue(bridge, day):
    profile = replace(bridge.plan.profile, review_months=12)
    version = Version(RecordId("v1"), "1.0", issued_on=day)
    upkeep = Upkeep(verify_every=0, exercise_every=0)
    records = (profile, version, upkeep)
    bridge.apply(tuple(put(bridge.plan, record) for record in records), "Issue")


def due_action(key, text, day):
    return Action(RecordId(key), text, due=date(2026, 11, day))


def answer(bridge, question, section, value):
    record = Answer(RecordId(question), RecordId(section), value)
    bridge.apply((put(bridge.plan, record),), "Answer")


def shown(page, name):
    return page.findChild(QLabel, name).text()


def click(qtbot, page, name):
    qtbot.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
