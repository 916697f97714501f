"""Words for everything that can be imported."""

import pytest

from app.services.importing.checking import Take
from app.services.importing.fields import IMPORTED, import_fields
from ui.dialogs.importing.words import country_name, field_word, title_of, way_word


@pytest.mark.parametrize("kind", IMPORTED)
def test_each_field_has_a_word_of_its_own(qapp, kind):
    words = [field_word(kind, field) for field in import_fields(kind)]

    assert all(words)
    assert len(words) == len(set(words))
    assert title_of(kind).startswith("Import ")


def test_what_can_be_done_has_words(qapp):
    assert [way_word(way) for way in Take] == ["Add", "Update", "Leave out"]


def test_countries_are_named_and_unknown_ones_keep_their_code(qapp):
    assert country_name("GB") == "United Kingdom"
    assert country_name("QZ") == "QZ"
