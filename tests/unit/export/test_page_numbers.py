from app.export.page_numbers import listed

PAGES = {"a": "12", "b": "9", "c": "12", "d": "100", "gone": "–"}  # noqa: RUF001  # a dash is meant


def test_each_page_is_listed_once_by_size_with_the_first_place_on_it():
    assert listed("abcd", PAGES.__getitem__) == [("9", "b"), ("12", "a"), ("100", "d")]


def test_what_is_no_number_comes_last():
    assert [page for page, _ in listed(("gone", "d"), PAGES.__getitem__)] == ["100", PAGES["gone"]]


def test_no_place_is_on_no_page():
    assert listed((), str) == []
