import pytest

from app.domain.lifecycle.authorship import Unsaid, authors

CONTENT, LIFE, SEAL = '[{"kind":"sections"}]', '[{"kind":"acts"},{"kind":"files"}]', "[{}]"


def test_authors_changed_content_or_stated_all_of_it():
    said = ((1, "Ann", SEAL), (2, "Bea", LIFE), (3, "Cy", CONTENT), (4, "Ann", CONTENT))

    assert authors(said) == ("Ann", "Cy")
    assert authors(()) == ()


def test_a_revision_of_both_has_an_author():
    assert authors([(2, "Bea", '[{"kind":"acts"},{"kind":"people"}]')]) == ("Bea",)


@pytest.mark.parametrize("changes", ["no", "[5]", "7", "[" * 100_000])
def test_a_revision_that_does_not_say_is_named(changes):
    with pytest.raises(Unsaid, match="revision 2"):
        authors([(2, "Bea", changes)])
