import pytest

from app.services.importing.fields import IMPORTED, import_fields
from app.services.importing.heads import plain_head
from app.services.importing.synonyms import SYNONYMS


@pytest.mark.parametrize("kind", IMPORTED)
def test_words_lead_to_fields_that_are_there(kind):
    assert set(SYNONYMS[kind]) <= {field.key for field in import_fields(kind)}


@pytest.mark.parametrize("kind", IMPORTED)
def test_words_are_spelled_as_heads_are_compared(kind):
    words = [word for several in SYNONYMS[kind].values() for word in several]

    assert [word for word in words if plain_head(word) != word] == []
