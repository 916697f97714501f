from dataclasses import is_dataclass
from typing import Any, get_args

from app.domain.comparing.field_words import FIELD_WORDS
from app.domain.plan.codec import field_specs
from app.domain.plan.durations import Duration
from app.domain.plan.plan import RECORD_TYPES
from ui.models.record_words import words_for


def parts() -> set[type[Any]]:
    """The types of what stands in the lists of records."""
    found = {
        one
        for record_type in RECORD_TYPES.values()
        for spec in field_specs(record_type)
        for one in get_args(spec.type)
    }
    return {one for one in found if isinstance(one, type) and is_dataclass(one)} - {Duration}


def test_every_field_of_every_record_and_part_has_a_word():
    types = {*RECORD_TYPES.values(), *parts()}

    assert set(FIELD_WORDS) == types
    for one in types:
        assert set(FIELD_WORDS[one]) == {spec.name for spec in field_specs(one)} - {"id"}
        assert all(word and word == word.strip() for word in FIELD_WORDS[one].values())


def test_fields_are_called_as_on_screen():
    for record_type, words in FIELD_WORDS.items():
        try:
            on_screen = words_for(record_type)
        except KeyError:
            continue
        for field, shown in on_screen.items():
            assert words[field].casefold() == shown.label.casefold()
