from itertools import chain

import pytest

from app.domain.plan.ids import is_record_id
from app.domain.plan.sections import (
    SECTION_GROUPS,
    SECTION_KEYS,
    Answer,
    Section,
    SectionGroup,
    SectionState,
    group_of,
)
from tests.builders import rid


def test_there_are_forty_sections_each_in_one_part():
    assert len(SECTION_KEYS) == len(set(SECTION_KEYS)) == 40
    assert tuple(SECTION_GROUPS) == tuple(SectionGroup)
    assert tuple(chain.from_iterable(SECTION_GROUPS.values())) == SECTION_KEYS


def test_section_keys_serve_as_ids():
    assert all(map(is_record_id, SECTION_KEYS))


@pytest.mark.parametrize("section", SECTION_KEYS)
def test_every_section_knows_its_part(section):
    assert section in SECTION_GROUPS[group_of(section)]


def test_an_unknown_section_has_no_part():
    with pytest.raises(KeyError, match="weather"):
        group_of("weather")


def test_a_new_section_is_an_empty_draft_that_applies():
    section = Section(rid("scope"), "Scope")

    assert (section.state, section.prose, section.not_applicable) == (SectionState.DRAFT, "", "")
    assert [state.value for state in SectionState] == ["draft", "reviewed"]


def test_an_answer_is_named_after_its_question():
    assert Answer(rid("scope.sites"), rid("scope"), "Hull").id == "scope.sites"
