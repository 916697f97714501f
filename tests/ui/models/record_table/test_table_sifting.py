"""Finding rows by words."""

import pytest

from app.domain.plan.ids import RecordId
from ui.models.record_table.sifting import Sieve

TEXTS = {"a": "Müller, Zürich", "b": "Miller\nLondon", "c": "Étude 12", "d": ""}


@pytest.fixture
def sieve():
    return Sieve(lambda key: TEXTS[key])


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("muller", "a"),
        ("LONDON mill", "b"),
        ("ler", "ab"),
        ("london zurich", ""),
        ("etude", "c"),
        ("  ", "abcd"),
        ("Zürich", "a"),
    ],
)
def test_every_word_must_occur_anywhere_in_a_row(sieve, wanted, found):
    assert sieve.passing(list(map(RecordId, TEXTS)), wanted) == list(found)


def test_gathering_stops_when_its_time_is_up_and_goes_on_where_it_was(sieve):
    keys = list(map(RecordId, TEXTS))

    assert not sieve.gather(keys, -1)
    assert sieve.gather(keys)


def test_a_row_that_changed_is_read_again():
    texts = {"a": "old", "b": "old"}
    sieve = Sieve(lambda key: texts[key])
    keys = [RecordId("a"), RecordId("b")]
    sieve.gather(keys)
    texts.update(a="new", b="new")

    sieve.forget([RecordId("a")])

    assert sieve.passing(keys, "new") == ["a"]
    sieve.forget_all()
    assert sieve.passing(keys, "new") == ["a", "b"]
