from dataclasses import replace

import pytest

from app.services.reminding.mail_settings import (
    MailSettings,
    Security,
    addresses,
    is_address,
    mail_problem,
    printed,
)

GOOD = MailSettings(
    host="mail.example.org", user="anna", sender="plans@example.org", to=("anna@example.org",)
)


def test_whole_settings_have_no_problem():
    assert mail_problem(GOOD) == ""
    assert mail_problem(replace(GOOD, host="192.0.2.1", security=Security.TLS, port=465)) == ""
    assert GOOD.account == "anna@mail.example.org"


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"host": ""}, "server"),
        ({"host": "mail example.org"}, "blanks"),
        ({"host": "mail.example.org\r\nQUIT"}, "blanks"),
        ({"host": "-oProxyCommand"}, "blanks"),
        ({"port": 0}, "port"),
        ({"port": 65536}, "port"),
        ({"sender": ""}, "sender"),
        ({"sender": "a@b.example, c@d.example"}, "sender"),
        ({"to": ()}, "recipient"),
        ({"to": ("anna",)}, "'anna'"),
        ({"to": ("anna@example.org\nBcc: x@y.example",)}, "not an address"),
        ({"security": Security.NONE}, "without encryption"),
        ({"security": Security.NONE, "host": "localhost.example.org"}, "without encryption"),
    ],
)
def test_the_first_problem_is_said_in_a_sentence(change, word):
    problem = mail_problem(replace(GOOD, **change))

    assert word in problem
    assert problem.endswith(".")
    assert "\n" not in problem


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "::1"])
def test_plain_text_is_allowed_on_this_very_computer(host):
    assert mail_problem(replace(GOOD, host=host, security=Security.NONE, port=25)) == ""


@pytest.mark.parametrize(
    "address", ["anna@example.org", "a.b+c@x.example", "a@localhost", "o'brien@example.org"]
)
def test_plain_addresses_are_addresses(address):
    assert is_address(address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "anna",
        "@example.org",
        "anna@",
        "anna@-x",
        "a b@example.org",
        "a@b@c",
        "Anna <anna@example.org>",
        "anna@example.org\n",
        "anna@example.org\r\nBcc: b@c.example",
        "j\u00fcrgen@example.org",
        f"{'a' * 250}@example.org",
    ],
)
def test_anything_else_is_not(text):
    assert not is_address(text)


def test_addresses_are_read_from_a_line_each_once():
    text = " anna@example.org, ben@example.org;anna@example.org\n cid@example.org "

    assert addresses(text) == ("anna@example.org", "ben@example.org", "cid@example.org")
    assert addresses(" ,; ") == ()


def test_what_is_quoted_is_short_and_visible():
    assert printed("\x1b\n\u202e") == "'\\x1b\\n\\u202e'"
    assert len(printed("x" * 1000)) == 82
