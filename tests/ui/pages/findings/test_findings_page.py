"""The page of all findings."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from app.domain.judgement.findings import Weight
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.roles import Role
from app.domain.plan.sections import Answer
from app.services.accepting import accept
from tests.ui.fakes import MemoryStore, open_plan, small_plan
from ui.bridge.session import PlanBridge
from ui.pages.findings.done_notice import DoneNotice
from ui.pages.findings.page import FindingsPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, bridge, desk, host):
    desk.change_settings(replace(desk.settings, person="Anna Keller"))
    return shown(qtbot, bridge, desk, host)


def test_all_findings_are_listed_worst_first(page, bridge):
    assert rows(page) == [finding.reason for finding in bridge.judgement.findings()]


def test_a_weight_filters_the_list(qtbot, page, bridge):
    hints = [item.reason for item in bridge.judgement.findings() if item.weight is Weight.HINT]

    click(qtbot, page, "findings_filter_3")

    assert rows(page) == hints != []


@pytest.mark.parametrize(
    "words", ["insurer", "CYBER insurer", "party.no-insurer", "worth contacts"]
)
def test_words_of_reason_code_weight_and_place_filter_the_list(qtbot, page, words):
    qtbot.keyClicks(page.findChild(QLineEdit, "findings_filter"), words)

    assert "No cyber insurer is stated." in rows(page)
    assert len(rows(page)) <= 3


def test_a_section_filters_the_list_until_nothing_is_left_in_it(page, bridge):
    box = page.findChild(QComboBox, "findings_section")
    box.setCurrentIndex(box.findData("detection_reporting"))
    assert rows(page) == ["Not stated: What is reporting.channel?"]

    answer(bridge, "reporting.channel", "detection_reporting")

    assert box.findData("detection_reporting") == -1
    assert box.currentData() == ""
    assert len(rows(page)) == len(bridge.judgement.findings())


def test_a_filter_without_a_match_says_how_to_go_on(qtbot, page):
    qtbot.keyClicks(page.findChild(QLineEdit, "findings_filter"), "zebra")

    assert rows(page) == []
    assert text(page, "findings_nothing").startswith("No finding matches")
    assert not page.list.isVisible()


def test_a_click_chooses_and_enter_goes_to_the_place(qtbot, page, bridge):
    second = bridge.judgement.findings()[1]
    index = page.list.model().index(1, 0)

    with qtbot.assertNotEmitted(page.navigate):
        place = page.list.visualRect(index).center()
        qtbot.mouseClick(page.list.viewport(), LEFT, pos=place)
    assert [item.key for item in page.list.chosen] == [second.key]

    with qtbot.waitSignal(page.navigate) as asked:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert asked.args == [f"finding:{second.key}"]


def test_the_chosen_finding_is_told_with_code_weight_reason_fix_and_section(page, bridge):
    finding = choose(page, bridge, "answer.open")

    assert text(page, "finding_code") == "answer.open"
    assert text(page, "finding_weight") == "An auditor would ask"
    assert page.findChild(QLabel, "finding_reason").accessibleName() == finding.reason
    assert page.findChild(QLabel, "finding_fix").accessibleName() == finding.fix
    assert text(page, "finding_place") == "Section: Purpose"
    assert not button(page, "finding_mend").isVisible()


def test_the_place_is_gone_to(qtbot, page, bridge):
    finding = choose(page, bridge, "tree.none")

    with qtbot.waitSignal(page.navigate) as asked:
        click(qtbot, page, "finding_open")

    assert asked.args == [f"finding:{finding.key}"]


def test_a_quick_fix_is_applied_told_and_what_takes_its_place_is_chosen(qtbot, page, bridge):
    finding = choose(page, bridge, "tree.none")
    row = rows(page).index(finding.reason)
    assert button(page, "finding_mend").text().strip() == "Add an activation tree"

    click(qtbot, page, "finding_mend")

    assert [tree.name for tree in bridge.plan.trees.values()] == ["Activation tree"]
    assert finding.reason not in rows(page)
    assert [item.reason for item in page.list.chosen] == [rows(page)[row]]
    assert notice(page).text == "Done: Add an activation tree."
    assert page.list.hasFocus()


def test_the_notice_never_hides_what_is_chosen(qtbot, page, bridge):
    choose(page, bridge, "party.no-insurer")
    click(qtbot, page, "finding_mend")

    def seen():
        place = page.list.visualRect(page.list.currentIndex())
        return page.list.viewport().rect().contains(place)

    qtbot.waitUntil(lambda: notice(page).isVisible() and seen())


def test_what_was_done_is_undone_from_the_notice_until_something_else_changes(qtbot, page, bridge):
    finding = choose(page, bridge, "tree.none")
    click(qtbot, page, "finding_mend")

    click(qtbot, page, "done_notice_action")

    assert finding.reason in rows(page)
    assert not bridge.plan.trees
    assert not notice(page).isVisible()

    choose(page, bridge, "tree.none")
    click(qtbot, page, "finding_mend")
    answer(bridge, "purpose.goal", "purpose")
    assert not notice(page).isVisible()


def test_a_finding_is_accepted_with_reason_name_and_day(qtbot, page, bridge):
    finding = choose(page, bridge, "party.no-insurer")

    click(qtbot, page, "finding_accept")
    dialog = page.findChild(QDialog, "accept_dialog")
    qtbot.keyClicks(dialog.findChild(QPlainTextEdit, "statement_reason"), "We carry the risk.")
    click(qtbot, dialog, "statement_keep")

    [kept] = bridge.plan.accepted.values()
    assert (kept.id, kept.reason, kept.by) == (finding.key, "We carry the risk.", "Anna Keller")
    assert kept.on.isoformat() == "2026-11-23"
    assert finding.reason not in rows(page)
    assert button(page, "findings_filter_4").text() == "Accepted 1"
    assert notice(page).text == f"Accepted: {finding.reason}"


def test_an_accepted_finding_is_listed_with_its_reason_and_taken_back(qtbot, page, bridge, given):
    finding = found(bridge, "party.no-insurer")
    bridge.apply(accept(bridge.plan, [finding], given), "Accept")

    click(qtbot, page, "findings_filter_4")
    assert rows(page) == [finding.reason]
    said = page.findChild(QLabel, "finding_accepted").accessibleName()
    assert said == "Accepted by Ada Byron on 23 Nov 2026\nThe board knows & agrees."
    assert not button(page, "finding_accept").isVisible()

    click(qtbot, page, "finding_take_back")
    assert rows(page) == []
    assert text(page, "findings_nothing") == "Nobody has accepted a finding."
    assert finding in bridge.judgement.findings()

    click(qtbot, page, "done_notice_action")
    assert rows(page) == [finding.reason]


def test_another_reason_for_an_accepted_finding_is_shown_at_once(qtbot, page, bridge, given):
    finding = found(bridge, "party.no-insurer")
    bridge.apply(accept(bridge.plan, [finding], given), "Accept")
    click(qtbot, page, "findings_filter_4")

    again = replace(given, reason="Until March.")
    bridge.apply(accept(bridge.plan, [finding], again), "Accept")

    said = page.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Until March." in said
    assert "Until March." in page.findChild(QLabel, "finding_accepted").accessibleName()


def test_several_of_a_kind_are_mended_together_as_one_step(qtbot, page, weak):
    choose(page, weak, "text.weak-duty")
    click(qtbot, page, "finding_alike")
    assert text(page, "finding_weight") == "2 findings chosen"

    click(qtbot, page, "finding_mend")

    assert "text.weak-duty" not in {item.code for item in weak.judgement.findings()}
    assert notice(page).text == "All 2 findings are mended."
    click(qtbot, page, "done_notice_action")
    codes = [item.code for item in weak.judgement.findings()]
    assert codes.count("text.weak-duty") == 2


def test_several_of_a_kind_are_accepted_with_one_reason(qtbot, page, bridge):
    choose(page, bridge, "answer.open")
    click(qtbot, page, "finding_alike")

    click(qtbot, page, "finding_accept")
    dialog = page.findChild(QDialog, "accept_dialog")
    dialog.findChild(QPlainTextEdit, "statement_reason").setPlainText("Answered\nin the manual.")
    click(qtbot, dialog, "statement_keep")

    reasons = [item.reason for item in bridge.plan.accepted.values()]
    assert reasons == ["Answered in the manual."] * 2
    bridge.undo()
    assert not bridge.plan.accepted


def test_findings_of_several_kinds_are_only_read_together(page, bridge):
    choose(page, bridge, "tree.none")
    row = rows(page).index(found(bridge, "party.no-insurer").reason)
    flag = QItemSelectionModel.SelectionFlag.Select

    page.list.selectionModel().select(page.list.model().index(row, 0), flag)

    assert text(page, "finding_weight") == "2 findings chosen"
    for name in ("finding_mend", "finding_accept", "finding_open", "finding_take_back"):
        assert not button(page, name).isVisible(), name
    assert "differ in kind" in page.findChild(QLabel, "finding_fix").accessibleName()


def test_what_is_chosen_stays_so_while_others_come_and_go(page, bridge):
    finding = choose(page, bridge, "party.no-insurer")

    answer(bridge, "purpose.goal", "purpose")

    assert [item.key for item in page.list.chosen] == [finding.key]
    assert text(page, "finding_code") == "party.no-insurer"


def test_a_screen_reader_hears_reason_fix_place_and_quick_fix(page, bridge):
    choose(page, bridge, "party.no-insurer")

    said = page.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)

    finding = found(bridge, "party.no-insurer")
    for part in (finding.reason, finding.fix, "Contacts", "worth a look", "Quick-fix: Add an"):
        assert part in said


def test_markup_in_a_name_is_read_letter_by_letter(page, bridge):
    role = Role(RecordId("x"), "<b>R&D</b>")
    bridge.apply((put(bridge.plan, role),), "Role")
    row = next(at for at, reason in enumerate(rows(page)) if "<b>R&D</b>" in reason)

    page.list.choose_rows([row])

    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in page.findChild(QLabel, "finding_reason").text()
    tip = page.list.model().index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip


def test_a_plan_that_cannot_be_saved_is_only_read(qtbot, desk, host):
    bridge = PlanBridge(open_plan(MemoryStore(small_plan(), read_only=True)), host)
    page = shown(qtbot, bridge, desk, host)

    choose(page, bridge, "tree.none")

    assert button(page, "finding_open").isVisible()
    assert not button(page, "finding_mend").isVisible()
    assert not button(page, "finding_accept").isVisible()


def test_where_there_is_no_room_the_chosen_finding_stands_below_the_list(qtbot, page, host):
    card = page.findChild(QLabel, "finding_reason")
    assert card.mapTo(page, card.rect().topLeft()).x() > page.list.geometry().right()

    page.resize(700, 700)
    host.resize(700, 700)
    qtbot.waitUntil(lambda: card.mapTo(page, card.rect().topLeft()).x() < 200)


def test_every_control_can_be_reached_and_named(page, bridge):
    choose(page, bridge, "tree.none")

    for made in page.findChildren(QPushButton):
        assert made.accessibleName() or not made.isVisible(), made.objectName()
    assert all(pane.isEnabled() for pane in page.panes())
    assert page.list in page.panes()


def shown(qtbot, bridge, desk, host):
    made = FindingsPage(bridge, desk, host)
    made.resize(1150, 760)
    host.resize(1150, 760)
    with qtbot.waitActive(host):
        host.show()
    return made


def found(bridge, code):
    return next(item for item in bridge.judgement.findings() if item.code == code)


def choose(page, bridge, code):
    finding = found(bridge, code)
    page.list.choose_rows([page.list.model().row_of(finding.key)])
    return finding


def answer(bridge, question, section):
    record = Answer(RecordId(question), RecordId(section), "Stated")
    bridge.apply((put(bridge.plan, record),), "Answer")


def rows(page):
    model = page.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def text(page, name):
    return page.findChild(QLabel, name).text()


def button(page, name):
    return page.findChild(QPushButton, name)


def notice(page):
    return page.findChild(DoneNotice)


def click(qtbot, parent, name):
    made = button(parent, name)
    assert made.isVisible(), name
    qtbot.mouseClick(made, LEFT)
