"""Being logged in to a token for as long as one piece of work takes.

Imports python-pkcs11; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pkcs11
from pkcs11 import PROTECTED_AUTH, PKCS11Error, Session, Token, TokenFlag

from app.services.signing import SigningError
from app.signing.errors import (
    PinLockedError,
    TokenMissingError,
    TokenRefusedError,
    WrongPinError,
)

_GONE = (
    pkcs11.DeviceRemoved,
    pkcs11.SessionClosed,
    pkcs11.SessionHandleInvalid,
    pkcs11.SlotIDInvalid,
    pkcs11.TokenNotPresent,
    pkcs11.TokenNotRecognised,
)
_NOT_THE_PIN = (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange)


@contextmanager
def token_session(token: Token, pin: str) -> Iterator[Session]:
    """A session that is logged in, and out again at the end.

    Without a `pin`, a token with keys of its own asks for it there.

    Raises:
        WrongPinError: The token did not take the PIN; the sentence says how many tries are left.
        PinLockedError: It takes none any more.
        TokenMissingError: It is not in its slot.
        TokenRefusedError: It answered with another error.
    """
    try:
        session = token.open(user_pin=_credentials(token, pin))
    except PKCS11Error as error:
        raise _refusal(token, error) from error
    try:
        yield session
    except PKCS11Error as error:
        raise _refusal(token, error) from error
    finally:
        with suppress(PKCS11Error):  # a token that was pulled has forgotten us anyway
            session.close()


def _credentials(token: Token, pin: str) -> object:
    if token.flags & TokenFlag.USER_PIN_LOCKED:
        raise _locked(token)
    if pin:
        return pin
    if token.flags & TokenFlag.PROTECTED_AUTHENTICATION_PATH:
        return PROTECTED_AUTH
    raise WrongPinError(f"The token {token.label} asks for its PIN: type it.", token=token.label)


def _refusal(token: Token, error: PKCS11Error) -> SigningError:
    if isinstance(error, _NOT_THE_PIN):
        return _wrong_pin(token)
    if isinstance(error, pkcs11.PinLocked):
        return _locked(token)
    if isinstance(error, _GONE):
        return TokenMissingError(
            f"The token {token.label} is not there any more: put it in, then sign again.",
            token=token.label,
        )
    return TokenRefusedError(
        f"The token {token.label} refused ({type(error).__name__}): "
        "take it out, put it in again, and try once more.",
        token=token.label,
    )


def _wrong_pin(token: Token) -> SigningError:
    flags = _flags_now(token)
    if flags & TokenFlag.USER_PIN_LOCKED:
        return _locked(token)
    warning = ""
    if flags & TokenFlag.USER_PIN_FINAL_TRY:
        warning = "; one try is left before the token locks"
    elif flags & TokenFlag.USER_PIN_COUNT_LOW:
        warning = "; few tries are left before the token locks"
    return WrongPinError(
        f"The token {token.label} did not take the PIN: type it again{warning}.", token=token.label
    )


def _flags_now(token: Token) -> TokenFlag:
    """What the token says of itself after the attempt; `token` remembers what it said before."""
    try:
        return token.slot.get_token().flags
    except PKCS11Error:
        return token.flags


def _locked(token: Token) -> PinLockedError:
    return PinLockedError(
        f"The PIN of the token {token.label} is locked: ask whoever issued it to unlock it.",
        token=token.label,
    )
