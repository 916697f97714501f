from app.domain.document.tree import Heading, PageBreak
from app.export.page_numbers import core_pages, listed

PAGES = {"a": "12", "b": "9", "c": "12", "d": "100", "gone": "–"}  # noqa: RUF001  # a dash is meant


def test_each_page_is_listed_once_by_size_with_the_first_place_on_it():
    assert listed("abcd", PAGES.__getitem__) == [("9", "b"), ("12", "a"), ("100", "d")]


def test_what_is_no_number_comes_last():
    assert [page for page, _ in listed(("gone", "d"), PAGES.__getitem__)] == ["100", PAGES["gone"]]


def test_no_place_is_on_no_page():
    assert listed((), str) == []


def test_the_core_ends_before_the_first_annex():
    body = (
        Heading(1, "Scope", "scope"),
        PageBreak(),
        Heading(1, "Roles", "roles", annex=True),
        Heading(1, "Terms", "terms", annex=True),
    )

    assert core_pages(body, {"scope": 2, "roles": 8, "terms": 9}, 12) == 7


def test_without_an_annex_all_pages_are_core():
    assert core_pages((Heading(1, "Scope", "scope"),), {"scope": 2}, 12) == 12
