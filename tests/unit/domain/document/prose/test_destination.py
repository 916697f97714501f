"""Addresses of links, and which of them are records of the plan."""

import pytest

from app.domain.document.inline import Link, plain
from app.domain.document.prose.destination import linked, read_destination, write_destination
from app.domain.document.prose.nodes import Reference, ReferenceKind


@pytest.mark.parametrize("kind", ReferenceKind)
def test_every_kind_of_record_has_its_scheme(kind):
    assert linked(f"{kind.value}:a-1", plain("b")) == (Reference(kind, "a-1", plain("b")),)


@pytest.mark.parametrize("url", ["role:", "role:a b", "ROLE:a", "rolex:a", "https://a.example"])
def test_other_addresses_are_links(url):
    assert linked(url, plain("b")) == (Link(url, plain("b")),)


def test_a_link_to_nowhere_is_its_text():
    assert linked(" \n", plain("b")) == plain("b")


def test_a_link_without_words_shows_its_address():
    assert linked("a\nb ", ()) == (Link("ab", plain("ab")),)


def test_a_reference_may_be_without_words():
    assert linked("tree:t1", ()) == (Reference(ReferenceKind.TREE, "t1"),)


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ("(a)", "a"),
        ("( <a b> )", "a b"),
        ("(a_(b))", "a_(b)"),
        (r"(a\(b)", "a(b"),
        (r"(a\b)", r"a\b"),
        ("(<>)", ""),
    ],
)
def test_an_address_is_read_to_its_end(source, url):
    assert read_destination(f"]{source}.", 1) == (url, len(source) + 1)


@pytest.mark.parametrize("source", ["", "()", "(a", "(a b)", "(<a\nb>)", "(a(b(c)))"])
def test_what_is_no_address_is_none(source):
    assert read_destination(source, 0) is None


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://a.example/?b=c&d=e", "(https://a.example/?b=c&d=e)"),
        ("a?b&copy;", r"(a?b\&copy;)"),
        ("a (b)", "(<a (b)>)"),
        (r"a<\>", r"(<a\<\\\>>)"),
    ],
)
def test_an_address_is_quoted_only_when_needed(url, written):
    assert write_destination(url) == written
    assert read_destination(written, 0) == (url, len(written))
