import time

import pytest

from app.signing import web_request
from app.signing.web_request import Question, WebRequestError, ask, host_of, is_web_address


def test_a_question_is_posted_and_answered(server):
    answer = ask(Question(server.at("/rubbish"), b"who?", "text/plain"))

    assert answer.startswith(b"<html>")
    assert server.asked == ["/rubbish"]


def test_a_question_without_a_body_is_fetched(server, authority):
    assert ask(Question(server.at("/root.crl"))) == authority.revocations()


@pytest.mark.parametrize(
    "address",
    [
        *("file:///etc/passwd", "ftp://example.org/x", "gopher://example.org", "data:,x"),
        *("//example.org", "example.org", "http://", "http:///x", "http://[::1", "", "HTTP"),
        "http://example.org/\r\nHost: other",
    ],
)
def test_other_kinds_of_address_are_not_asked(address):
    with pytest.raises(WebRequestError, match="begin with http"):
        ask(Question(address))


@pytest.mark.parametrize(
    "address", ["http://a/", "https://tsa.example.org/x?y", "HTTP://A:80", "http://[::1]:8/"]
)
def test_the_web_is_asked(address):
    assert is_web_address(address)


def test_a_password_in_an_address_is_not_repeated():
    assert host_of("https://ada:secret@tsa.example.org/x") == "tsa.example.org"


@pytest.mark.parametrize("path", ["/silent", "/drip"])
def test_a_server_that_takes_too_long_is_given_up(server, path):
    begun = time.monotonic()

    with pytest.raises(WebRequestError, match=r"did not answer in 0\.3 seconds"):
        ask(Question(server.at(path), b"who?", timeout=0.3))

    assert time.monotonic() - begun < 2


def test_an_answer_that_is_too_long_is_not_read_to_its_end(server, monkeypatch):
    monkeypatch.setattr(web_request, "MAX_ANSWER_BYTES", 10)

    with pytest.raises(WebRequestError, match="too much"):
        ask(Question(server.at("/rubbish"), b"who?"))


def test_a_server_that_sends_elsewhere_is_not_followed(server):
    with pytest.raises(WebRequestError, match="answered 302"):
        ask(Question(server.at("/elsewhere"), b"who?"))

    assert server.asked == ["/elsewhere"]


@pytest.mark.parametrize("status", [404])
def test_a_refusal_is_named_by_its_number(server, status):
    with pytest.raises(WebRequestError, match=f"answered {status}"):
        ask(Question(server.at("/nothing-here")))


def test_nobody_at_the_address_is_said():
    with pytest.raises(WebRequestError, match="could not be reached"):
        ask(Question("http://127.0.0.1:1/"))


def test_the_proxy_of_the_system_is_asked(server, monkeypatch):
    monkeypatch.setenv("http_proxy", server.address)
    monkeypatch.delenv("NO_PROXY")
    monkeypatch.setenv("no_proxy", "")

    with pytest.raises(WebRequestError, match="answered 404"):
        ask(Question("http://tsa.example.org/list.crl"))

    assert server.asked == ["http://tsa.example.org/list.crl"]
