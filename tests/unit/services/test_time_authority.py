"""Addresses of time-stamp servers: taken, or refused with a sentence."""

import pytest

from app.services.time_authority import authority_problem, server_of


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://tsa.example.org",
        "https://tsa.example.org:8443/tsr?policy=1",
        "http://[::1]:3180/tsr",
        "https://zeitstempel.müller.example/",
    ],
)
def test_an_address_of_the_web_is_taken(address):
    assert authority_problem(address) == ""


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tsa.example.org", "begins with http"),
        ("ftp://tsa.example.org", "begins with http"),
        ("file:///etc/passwd", "begins with http"),
        ("https://", "names a server"),
        ("https://[::1", "no address"),
        ("https://tsa.example.org:port", "no address"),
        ("https://ada@tsa.example.org", "name and password"),
        ("https://:secret@tsa.example.org", "name and password"),
        ("https://tsa.example.org/a b", "spaces"),
        ("https://tsa.example.org/\u202ea", "spaces"),
    ],
)
def test_anything_else_is_refused_in_words(address, said):
    assert said in authority_problem(address)


def test_the_server_is_named_without_what_is_around_it():
    assert server_of("https://tsa.example.org:8443/tsr") == "tsa.example.org"
    assert server_of("nothing") == "nothing"
