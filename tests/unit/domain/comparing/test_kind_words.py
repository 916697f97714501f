from app.domain.comparing.kind_words import KIND_WORDS
from app.domain.plan.kinds import Kind
from ui.models.record_names import table_words


def test_every_kind_has_a_word_of_its_own():
    assert set(KIND_WORDS) == set(Kind)
    assert len(set(KIND_WORDS.values())) == len(Kind)


def test_kinds_are_called_as_on_screen():
    for kind, word in KIND_WORDS.items():
        try:
            on_screen = table_words(kind).one
        except KeyError:
            continue
        assert word == on_screen
