"""Opening a signing identity on a token that PKCS#11 reaches: card, USB key, hardware module.

Imports python-pkcs11 and cryptography; itself imported only from inside the functions of
`app.signing`.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pkcs11
from cryptography import x509
from pkcs11 import Attribute, ObjectClass, PKCS11Error, Session, Token, TokenFlag

from app.services.signing import KeyToken, SigningError
from app.signing.certificates import may_sign, valid_at
from app.signing.errors import (
    TokenKeyMissingError,
    TokenLibraryError,
    TokenMissingError,
    TokenUnclearError,
)
from app.signing.identity import Identity, checked_key, fit, issuers_of
from app.signing.token_key import TokenKey
from app.signing.token_session import token_session


@dataclass(frozen=True, slots=True)
class _Found:
    """An object on the token: a private key, or a certificate."""

    label: str
    id: bytes
    certificate: x509.Certificate | None = None

    def pairs_with(self, other: "_Found") -> bool:
        """Whether key and certificate belong together; ids say so, and labels where they lack."""
        return self.id == other.id if self.id or other.id else self.label == other.label


@dataclass(frozen=True, slots=True)
class _Pair:
    key: _Found
    label: str
    certificate: x509.Certificate


def load_token_identity(key: KeyToken, at: datetime) -> Identity:
    """The identity on a token, fit for signing at the aware moment `at`.

    Raises:
        TokenLibraryError: The library is not there, or does not speak PKCS#11.
        TokenMissingError: There is no token, or none of that name.
        TokenUnclearError: Several tokens or keys would serve; the sentence names them.
        TokenKeyMissingError: The token has no key of that name, or none with a certificate.
        WrongPinError: The token did not take the PIN.
        SigningError: The token refused, or its key or certificate does not serve.
    """
    token = _chosen_token(key)
    with token_session(token, key.pin) as session:
        keys = list(_keys(session))
        certificates = list(_certificates(session))
    pair = _chosen_pair(_pairs(keys, certificates), key.label, token.label, at)
    where = f"the token {token.label}"
    public = checked_key(pair.certificate.public_key(), where)
    signing = TokenKey(token, key.pin, public, _marks(pair.key))
    known = [each.certificate for each in certificates if each.certificate is not None]
    return fit(Identity(signing, pair.certificate, issuers_of(pair.certificate, known)), where, at)


def _chosen_token(key: KeyToken) -> Token:
    tokens = _tokens(key.module)
    if not tokens:
        raise TokenMissingError("There is no token: put it in, then try again.")
    named = [each for each in tokens if key.token in ("", each.label)]
    names = _listed(each.label for each in tokens)
    if not named:
        raise TokenMissingError(
            f"There is no token {key.token}, but {names}: put the right one in, or choose another.",
            token=key.token,
        )
    if len(named) > 1:
        raise TokenUnclearError(
            f"There are several tokens to choose from ({names}): name one, "
            "or leave only one in if they have the same name.",
        )
    return named[0]


def _tokens(module: Path) -> list[Token]:
    """The tokens that are in their slots and made ready by their issuer."""
    try:
        if not module.is_file():
            raise FileNotFoundError(module)
        slots = pkcs11.lib(str(module.resolve())).get_slots(token_present=True)
    except (OSError, PKCS11Error) as error:
        raise _no_library(module) from error
    tokens = []
    for slot in slots:
        with suppress(PKCS11Error):  # pulled a moment ago
            tokens.append(slot.get_token())
    return [token for token in tokens if token.flags & TokenFlag.TOKEN_INITIALIZED]


def _no_library(module: Path) -> SigningError:
    return TokenLibraryError(
        f"{module.name} cannot be used as a token's library: choose the PKCS#11 library that came "
        "with the token (.so, .dll or .dylib).",
        file=str(module),
    )


def _keys(session: Session) -> Iterable[_Found]:
    for each in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY}):
        if _attribute(each, Attribute.SIGN, True):
            yield _Found(_label(each), bytes(_attribute(each, Attribute.ID, b"")))


def _certificates(session: Session) -> Iterable[_Found]:
    for each in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        try:
            certificate = x509.load_der_x509_certificate(_attribute(each, Attribute.VALUE, b""))
        except ValueError:
            continue
        yield _Found(_label(each), bytes(_attribute(each, Attribute.ID, b"")), certificate)


def _label(found: pkcs11.Object) -> str:
    return str(_attribute(found, Attribute.LABEL, ""))


def _attribute(found: pkcs11.Object, name: Attribute, default: object) -> Any:  # noqa: ANN401 - each has its type
    try:
        return found[name]
    except (pkcs11.AttributeTypeInvalid, pkcs11.AttributeSensitive):
        return default


def _pairs(keys: Sequence[_Found], certificates: Sequence[_Found]) -> list[_Pair]:
    return [
        _Pair(key, key.label or each.label, each.certificate)
        for key in keys
        for each in certificates
        if each.certificate is not None and key.pairs_with(each)
    ]


def _chosen_pair(pairs: Sequence[_Pair], label: str, token: str, at: datetime) -> _Pair:
    if not pairs:
        raise TokenKeyMissingError(
            f"The token {token} has no key with a certificate: ask whoever issued it.", token=token
        )
    named = [each for each in pairs if label in ("", each.label)]
    if not named:
        raise TokenKeyMissingError(
            f"The token {token} has no key {label}: choose one of "
            f"{_listed(each.label for each in pairs)}.",
            token=token,
        )
    fitting = [each for each in named if may_sign(each.certificate)]
    valid = [each for each in fitting if valid_at(each.certificate, at)]
    best = valid or fitting or named
    if len(best) > 1:
        raise TokenUnclearError(
            f"The token {token} has several keys to sign with: choose one of "
            f"{_listed(each.label for each in best)}.",
            token=token,
        )
    return best[0]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted({name or "(without a name)" for name in names}))


def _marks(key: _Found) -> dict[Attribute, Any]:
    marks: dict[Attribute, Any] = {Attribute.ID: key.id} if key.id else {}
    return marks | ({Attribute.LABEL: key.label} if key.label else {})
