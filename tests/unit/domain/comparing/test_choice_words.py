from enum import Enum
from typing import Any, get_args

from app.domain.comparing.choice_words import CHOICE_WORDS
from app.domain.comparing.field_words import FIELD_WORDS
from app.domain.plan.codec import field_specs
from ui.models.record_words import choice_text


def enums() -> set[type[Enum]]:
    """Those of all fields of all records and their parts."""
    types: set[Any] = set()
    for record_type in FIELD_WORDS:
        for spec in field_specs(record_type):
            types.update(get_args(spec.type) or (spec.type,))
    return {one for one in types if isinstance(one, type) and issubclass(one, Enum)}


def test_every_choice_of_every_field_has_a_word():
    assert set(CHOICE_WORDS) >= {member for enum in enums() for member in enum}
    assert len(enums()) > 5


def test_choices_are_called_as_on_screen():
    for member, word in CHOICE_WORDS.items():
        try:
            on_screen = choice_text(member)
        except KeyError:
            continue
        assert word == on_screen[0].lower() + on_screen[1:]
