from functools import partial

from app.export.pdf.kept import kept
from app.export.pdf.typesetter import Typesetter

SETTER = Typesetter(frozenset({"here", "there"}))


def said(setter, *anchors):
    return " ".join(map(setter.page, anchors))


def again(last, setter, *anchors):
    return kept(last, setter, partial(said, setter, *anchors))


def test_what_prints_no_page_is_made_once():
    first = kept(None, SETTER, object)

    assert kept(first, SETTER.knowing({"here": 4}), object) is first


def test_what_prints_pages_is_made_again_when_one_of_them_is_another():
    first = again(None, SETTER.knowing({"here": 4, "there": 5}), "here", "there")

    second = again(first, SETTER.knowing({"here": 4, "there": 6}), "here", "there")

    assert (first.made, second.made) == ("4 5", "4 6")


def test_pages_it_does_not_print_may_change():
    first = again(None, SETTER.knowing({"here": 4, "there": 5}), "here")

    assert again(first, SETTER.knowing({"here": 4, "there": 9}), "here") is first


def test_what_holds_kept_things_depends_on_their_pages_too():
    four, five = SETTER.knowing({"here": 4}), SETTER.knowing({"here": 5})
    inner = again(None, four, "here")

    outer = kept(None, four, lambda: again(inner, four, "here").made)

    assert kept(outer, five, lambda: again(inner, five, "here").made).made == "5"
