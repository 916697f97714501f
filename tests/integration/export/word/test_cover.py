"""The cover says whose plan this is."""

from app.domain.document.tree import Cover
from app.export.word.cover import cover
from app.export.word.oxml import w
from tests.integration.export.word.reading import words


def test_the_cover_shows_all_it_was_given(scope):
    block = Cover("Harbour", "Plan", "For all", (("Version", "3.2"),))

    body = w("body", *cover(block, scope, 9_000))

    assert words(body).splitlines() == ["Harbour", "Plan", "For all", "Version", "3.2"]
