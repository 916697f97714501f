"""One question to a server, whose answer is bounded in time and size.

Only http and https are spoken, through the proxy of the system if it has one; a server that sends
the question elsewhere is not followed.
"""

import queue
import threading
from dataclasses import dataclass
from http.client import HTTPException
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

TIMEOUT_SECONDS: Final = 10.0
"""For everything together: finding the server, asking it, and reading what it says."""
MAX_ANSWER_BYTES: Final = 8 << 20
"""A time stamp is a few kilobytes; revocation lists of large issuers are megabytes."""
SCHEMES: Final = frozenset({"http", "https"})


class WebRequestError(Exception):
    """The server gave no usable answer; the text goes on from "because" and has no full stop."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of `address`; with a `body` (of the media type `kind`) it is posted."""

    address: str
    body: bytes | None = None
    kind: str = ""
    timeout: float = TIMEOUT_SECONDS


def is_web_address(address: str) -> bool:
    """Whether `address` is one that `ask` takes."""
    try:
        parts = urlsplit(address)
        return parts.scheme in SCHEMES and bool(parts.hostname) and address.isprintable()
    except ValueError:
        return False


def host_of(address: str) -> str:
    """The server in `address`, for sentences: never a name or password that stands in it."""
    return urlsplit(address).hostname or "the server"


def ask(question: Question) -> bytes:
    """The answer, `MAX_ANSWER_BYTES` at most.

    Raises:
        WebRequestError: There is none, or it takes too long or is too long.
    """
    if not is_web_address(question.address):
        raise WebRequestError("its address does not begin with http:// or https://")
    answers: queue.Queue[bytes | WebRequestError] = queue.Queue()
    # Neither looking up a name nor a server that drips can be stopped from outside.
    threading.Thread(target=_answer, args=(question, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=question.timeout)
    except queue.Empty:
        raise WebRequestError(
            f"{host_of(question.address)} did not answer in {question.timeout:g} seconds"
        ) from None
    if isinstance(answer, WebRequestError):
        raise answer
    return answer


def _answer(question: Question, answers: "queue.Queue[bytes | WebRequestError]") -> None:
    try:
        answers.put(_asked(question))
    except WebRequestError as error:
        answers.put(error)
    except HTTPError as error:
        error.close()
        answers.put(WebRequestError(f"{host_of(question.address)} answered {error.code}"))
    except (OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        words = getattr(reason, "strerror", None) or type(reason).__name__
        answers.put(WebRequestError(f"{host_of(question.address)} could not be reached ({words})"))


def _asked(question: Question) -> bytes:
    headers = {"User-Agent": "irplan", **({"Content-Type": question.kind} if question.kind else {})}
    request = Request(question.address, question.body, headers)  # noqa: S310 - the opener knows only http
    with _opener().open(request, timeout=question.timeout) as response:
        answer: bytes = response.read(MAX_ANSWER_BYTES + 1)
    if len(answer) > MAX_ANSWER_BYTES:
        raise WebRequestError(f"{host_of(question.address)} answered with too much")
    return answer


def _opener() -> OpenerDirector:
    """Without handlers of files, FTP and redirections, which the usual opener has."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPErrorProcessor(),
        HTTPDefaultErrorHandler(),
    ):
        opener.add_handler(handler)
    return opener
