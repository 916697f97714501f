"""Frameworks and what they have in common, read when asked for."""

from app.services.library import LibraryFileInvalid
from tests.ui.pages.coverage.shelf import ALPHA, SmallLibrary
from ui.models.framework_shelf import FrameworkShelf


def test_a_framework_is_read_once():
    library = SmallLibrary()
    shelf = FrameworkShelf(library)
    assert shelf.framework("alpha") is ALPHA

    library.broken = {"alpha"}

    assert shelf.framework("alpha") is ALPHA
    assert shelf.failure is None


def test_an_unknown_framework_is_none_and_no_failure():
    shelf = FrameworkShelf(SmallLibrary())

    assert shelf.framework("gamma") is None
    assert shelf.failure is None


def test_what_cannot_be_read_is_left_out_and_remembered():
    library = SmallLibrary()
    library.broken = {"alpha", "shelf", "crosswalk"}

    for ask in (
        lambda shelf: shelf.framework("alpha"),
        lambda shelf: shelf.frameworks,
        lambda shelf: shelf.related("alpha", "A.1"),
    ):
        shelf = FrameworkShelf(library)
        assert not ask(shelf)
        assert isinstance(shelf.failure, LibraryFileInvalid)


def test_related_requirements_are_found_from_either_end():
    shelf = FrameworkShelf(SmallLibrary())

    assert [row.other_requirement for row in shelf.related("beta", "B-1")] == ["A.1"]
    assert shelf.related("alpha", "A.4") == ()
