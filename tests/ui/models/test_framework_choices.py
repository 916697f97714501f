"""The frameworks of the library to choose from."""

import pytest
from PySide6.QtCore import QObject, Qt

from tests.ui.pages.coverage.shelf import SmallLibrary
from ui.models.framework_choices import CHOICE_ROLE, FrameworkChoicesModel, chosen_names


@pytest.fixture
def model(qapp):
    return FrameworkChoicesModel(SmallLibrary().frameworks()[::-1], {"beta-old"}, QObject(qapp))


def test_they_stand_in_the_order_of_the_alphabet(model):
    assert [model.index(at, 0).data() for at in range(2)] == ["Alpha standard", "Beta standard"]


def test_an_alias_in_the_profile_counts_as_chosen(model):
    assert [model.choice(at).chosen for at in range(2)] == [False, True]
    assert chosen_names(model.choice(1).summary) == {"beta", "beta-old"}


def test_a_screen_reader_hears_what_stands_on_a_row(model):
    said = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said == "Beta standard, a test. 1st ed. Withdrawn. 2 requirements. Already chosen"
    assert model.index(1, 0).data(CHOICE_ROLE) is model.choice(1)
    assert model.index(1, 0).data(Qt.ItemDataRole.DecorationRole) is None


@pytest.mark.parametrize(
    ("words", "count"), [("", 2), ("BETA-OLD", 1), ("tests standard", 2), ("zebra", 0)]
)
def test_words_filter(model, words, count):
    model.show_only(words)

    assert model.rowCount() == count
    assert model.choice(count) is None
    assert model.rowCount(model.createIndex(0, 0)) == 0
