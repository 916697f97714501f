"""The requirements of a framework as a list."""

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt

from app.domain.judgement.coverage import RequirementStatus, Verdict
from app.domain.judgement.requirements import Confidence
from tests.ui.pages.coverage.shelf import requirement
from ui.models.requirement_list import LINE_ROLE, RequirementListModel

MET, NOT_MET, PERSON = Verdict.MET, Verdict.NOT_MET, Verdict.NEEDS_PERSON


def status(key: str, verdict: Verdict = MET, title: str = "Title", **fields: object):
    return RequirementStatus(requirement(key, title, **fields), verdict, "Reason.")


@pytest.fixture
def model(qapp):
    made = RequirementListModel(QObject(qapp))
    made.show_statuses((status("A"), status("A.1", NOT_MET), status("B", title="Straße")))
    return made


def shown(model) -> list[str]:
    return [model.status(row).requirement.id for row in range(model.rowCount())]


def test_all_are_shown_in_their_order_with_their_depth(model):
    assert shown(model) == ["A", "A.1", "B"]
    assert [model.index(at, 0).data(LINE_ROLE).depth for at in range(3)] == [0, 1, 0]
    assert model.total == 3
    assert model.counts == {MET: 2, NOT_MET: 1}


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("", ["A", "A.1", "B"]),
        ("  ", ["A", "A.1", "B"]),
        ("a.1", ["A.1"]),
        ("STRASSE b", ["B"]),
        ("clause title", ["A", "A.1"]),
        ("zebra", []),
    ],
)
def test_words_filter(model, words, ids):
    model.show_only(None, words)

    assert shown(model) == ids


def test_aliases_find_a_requirement(model):
    model.show_statuses((status("IR-8", aliases=("IR-08",)), status("IR-9")))

    model.show_only(None, "ir-08")

    assert shown(model) == ["IR-8"]


def test_a_changed_verdict_repaints_only_its_row(qtbot, model):
    resets = []
    model.modelReset.connect(lambda: resets.append(1))

    with qtbot.waitSignal(model.dataChanged) as changed:
        model.show_statuses((status("A"), status("A.1"), status("B", title="Straße")))

    assert (changed.args[0].row(), changed.args[1].row()) == (1, 1)
    assert resets == []


def test_nothing_is_repainted_while_nothing_differs(qtbot, model):
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show_statuses((status("A"), status("A.1", NOT_MET), status("B", title="Straße")))


def test_a_row_leaves_when_its_verdict_no_longer_matches(model):
    model.show_only(NOT_MET, "")
    assert shown(model) == ["A.1"]

    model.show_statuses((status("A"), status("A.1", PERSON), status("B")))

    assert shown(model) == []
    assert model.row_of("A.1") == -1


@pytest.mark.parametrize("row", [-1, 3])
def test_there_is_nothing_beyond_the_rows(model, row):
    assert model.status(row) is None
    assert model.data(model.createIndex(row, 0)) is None


def test_rows_have_no_rows_below_them(model):
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_a_screen_reader_hears_state_and_doubt(model):
    model.show_statuses((status("A", PERSON, confidence=Confidence.MEMORY),))

    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said == (
        "A Title. Needs a person. Somebody has to attest it. "
        "From memory: verify before relying on this"
    )
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
