"""The directory: found by words and by what is wanting."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.changes import apply, put
from app.domain.plan.plan import Kind
from app.services.people.directory import Directory, Trait, Wanted
from app.services.people.standing import Standing
from tests.builders import QUICK, TEXTS, small_plans
from tests.unit.services.people.directory_plan import ANN, INSURER, LEAD, TODAY, organisation


def people() -> Directory:
    return Directory(organisation(), Kind.PERSON, TODAY)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ("ann", "bo", "cy", "di")),
        ("MULLER", ("ann",)),
        ("müller", ("ann",)),
        ("7700900101", ("ann", "di")),
        ("night", ("bo",)),
        ("tokyo", ("di",)),
        ("lead", ("ann", "bo", "cy")),
        ("lead bo", ("ann", "bo")),
        ("private security", ("ann",)),
        ("nobody of that name", ()),
    ],
)
def test_every_word_counts_whatever_its_accents_and_case(words, found):
    assert people().matching(Wanted(words)) == found


@pytest.mark.parametrize(
    ("trait", "found"),
    [
        (Trait.NO_OUT_OF_BAND, ("bo", "cy")),
        (Trait.NOT_VERIFIED, ("bo", "cy", "di")),
        (Trait.NO_ROLE, ("bo", "cy", "di")),
        (Trait.EXTERNAL, ("cy",)),
        (Trait.UNNAMED, ()),
    ],
)
def test_chips_let_through_who_lacks_something(trait, found):
    directory = people()

    assert directory.matching(Wanted("", frozenset({trait}))) == found
    assert directory.counts()[trait] == len(found)
    assert directory.counts() is directory.counts()


def test_chips_and_words_narrow_together():
    wanted = Wanted("lead", frozenset({Trait.NO_ROLE, Trait.NO_OUT_OF_BAND}))

    assert people().matching(wanted) == ("bo", "cy")


def test_parties_are_found_by_purpose_and_reference():
    parties = Directory(organisation(), Kind.PARTY, TODAY)

    assert parties.matching(Wanted("pol-7")) == ("insurer",)
    assert parties.matching(Wanted("lead")) == ()
    assert parties.counts()[Trait.UNNAMED] == 1
    assert parties.standing(INSURER) is Standing.NEVER


def test_a_later_directory_knows_what_changed():
    first = people()
    first.matching(Wanted("ann"))
    edited = put(first.plan, replace(ANN, name="Zoe"))
    later = Directory(apply(first.plan, (edited,)), Kind.PERSON, TODAY, first)

    assert later.matching(Wanted("zoe")) == ("ann",)
    assert later.matching(Wanted("muller")) == ()
    renamed = put(later.plan, replace(LEAD, name="Chief"))
    assert Directory(apply(later.plan, (renamed,)), Kind.PERSON, TODAY, later).matching(
        Wanted("chief")
    ) == ("ann", "bo", "cy")


@QUICK
@given(small_plans(), TEXTS, st.sets(st.sampled_from(Trait)))
def test_a_narrower_filter_never_lets_more_through(plan, words, traits):
    for kind in (Kind.PERSON, Kind.PARTY):
        directory = Directory(plan, kind, TODAY)
        everybody = directory.matching(Wanted())
        found = directory.matching(Wanted(words, frozenset(traits)))

        assert everybody == tuple(plan.table(kind))
        assert [key for key in everybody if key in found] == list(found)
        counts = directory.counts()
        for trait in traits:
            assert len(found) <= counts[trait]
