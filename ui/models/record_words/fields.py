"""The label and the hint of each field, found by the type it stands in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ui.models.record_words.organisation import organisation_words
from ui.models.record_words.programme import programme_words
from ui.models.record_words.response import response_words


@dataclass(frozen=True, slots=True)
class FieldWords:
    """What stands above a field and, unless blank, below it."""

    label: str
    hint: str = ""


def words_for(record_type: type[Any]) -> Mapping[str, FieldWords]:
    """The words for the fields of a record or of a part of one, by field.

    Raises:
        KeyError: nobody has named the fields of that type yet.
    """
    known = {**organisation_words(), **response_words(), **programme_words()}
    return {
        name: FieldWords(*(words if isinstance(words, tuple) else (words,)))
        for name, words in known[record_type].items()
    }
