"""What answers would change, to be ticked one by one."""

import pytest
from PySide6.QtCore import Qt

from app.domain.judgement.context import all_answers
from app.services.answering.bundles import bundled
from app.services.answering.consequences import consequences
from tests.unit.services.interviewing.interviews import TEMPLATE, answered, drafted
from ui.dialogs.consequences_box import ConsequencesBox

BEFORE = drafted()
CARDS = answered(BEFORE, "cards", True)
BOTH = answered(CARDS, "profile.sector", "health")


@pytest.fixture
def box(host):
    made = ConsequencesBox(host)
    host.show()
    return made


def show(box, plan):
    found = consequences(TEMPLATE, plan, all_answers(BEFORE), all_answers(plan))
    box.show_bundles(plan, bundled(found))


def chosen(box):
    return [str(bundle.id) for bundle in box.chosen]


def test_what_nobody_edited_is_ticked_and_told_in_words(box):
    show(box, BOTH)

    assert chosen(box) == ["theft", "care"]
    assert box.list.item(0).text() == "New: Playbook \N{EN DASH} Theft of card data"
    assert box.details.toPlainText() == "+ Theft of card data"
    box.list.setCurrentRow(1)
    assert box.details.toPlainText() == "+ Care goes on"


def test_ticks_stay_when_more_comes_in(box):
    show(box, CARDS)
    box.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert chosen(box) == []

    show(box, BOTH)

    assert chosen(box) == ["care"]
    assert box.count == 2


def test_an_empty_box_shows_nothing(box):
    show(box, BOTH)

    box.show_bundles(BEFORE, ())

    assert (box.count, chosen(box), box.details.toPlainText()) == (0, [], "")


def test_every_tick_is_told(qtbot, box):
    show(box, CARDS)

    with qtbot.waitSignal(box.ticked):
        box.list.item(0).setCheckState(Qt.CheckState.Unchecked)
