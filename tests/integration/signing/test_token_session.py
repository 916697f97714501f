from typing import Any

import pkcs11
import pytest
from pkcs11 import PROTECTED_AUTH, TokenFlag

from app.signing.errors import (
    PinLockedError,
    TokenMissingError,
    TokenRefusedError,
    WrongPinError,
)
from app.signing.token_session import token_session

READY = TokenFlag.TOKEN_INITIALIZED


class Session:
    """Remembers whether it was closed; a token that was pulled cannot close it."""

    def __init__(self, pulled=False):
        self.closed = False
        self._pulled = pulled

    def close(self):
        self.closed = True
        if self._pulled:
            raise pkcs11.DeviceRemoved


class Card:
    """Answers as real cards do; `after` are its flags once a PIN was tried."""

    label = "Card"

    def __init__(self, error=None, flags=READY, after=None, session=None):
        self.flags, self.after = flags, after
        self.tried = []
        self.error, self.session = error, session or Session()

    @property
    def slot(self):
        return self

    def get_token(self):
        if self.after is None:
            raise pkcs11.TokenNotPresent
        return Card(flags=self.after)

    def open(self, user_pin):
        self.tried.append(user_pin)
        if self.error is not None:
            raise self.error
        return self.session


def session_on(card: Any, pin="1234"):
    return token_session(card, pin)


def entered(card, pin="1234"):
    with session_on(card, pin) as session:
        return session


def test_the_session_is_closed_at_the_end():
    card = Card()

    assert entered(card).closed
    assert card.tried == ["1234"]


def test_the_session_is_closed_after_a_failure():
    card = Card()

    with pytest.raises(ZeroDivisionError), session_on(card):
        raise ZeroDivisionError

    assert card.session.closed


def test_a_pull_at_the_very_end_is_no_failure():
    assert entered(Card(session=Session(pulled=True))).closed


@pytest.mark.parametrize("error", [pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange])
@pytest.mark.parametrize(
    ("after", "words"),
    [
        (READY, "type it again.$"),
        (READY | TokenFlag.USER_PIN_COUNT_LOW, "few tries are left"),
        (READY | TokenFlag.USER_PIN_COUNT_LOW | TokenFlag.USER_PIN_FINAL_TRY, "one try is left"),
        (None, "type it again.$"),
    ],
)
def test_a_wrong_pin_is_told_with_the_tries_left(error, after, words):
    with pytest.raises(WrongPinError, match=words):
        entered(Card(error(), after=after))


def test_the_last_wrong_pin_locks():
    card = Card(pkcs11.PinIncorrect(), after=READY | TokenFlag.USER_PIN_LOCKED)

    with pytest.raises(PinLockedError, match="unlock"):
        entered(card)


def test_a_locked_token_is_not_tried():
    card = Card(flags=READY | TokenFlag.USER_PIN_LOCKED)

    with pytest.raises(PinLockedError):
        entered(card)

    assert card.tried == []


def test_a_token_that_says_it_is_locked_is_locked():
    with pytest.raises(PinLockedError):
        entered(Card(pkcs11.PinLocked()))


def test_without_a_pin_a_token_is_not_tried():
    card = Card()

    with pytest.raises(WrongPinError, match="asks for its PIN"):
        entered(card, "")

    assert card.tried == []


def test_a_token_with_keys_of_its_own_asks_there():
    card = Card(flags=READY | TokenFlag.PROTECTED_AUTHENTICATION_PATH)

    entered(card, "")

    assert card.tried == [PROTECTED_AUTH]


@pytest.mark.parametrize(
    "error", [pkcs11.DeviceRemoved, pkcs11.TokenNotPresent, pkcs11.SessionHandleInvalid]
)
def test_a_token_that_was_pulled_is_missing(error):
    with pytest.raises(TokenMissingError, match="not there any more"):
        entered(Card(error()))
    with pytest.raises(TokenMissingError), session_on(Card()):
        raise error


def test_any_other_error_of_the_token_has_its_name():
    with pytest.raises(TokenRefusedError, match="MechanismInvalid"), session_on(Card()):
        raise pkcs11.MechanismInvalid
