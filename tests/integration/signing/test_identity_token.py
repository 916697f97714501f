import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from app.services.signing import KeyToken
from app.signing.errors import (
    CertificateExpiredError,
    NoSigningUsageError,
    TokenKeyMissingError,
    TokenLibraryError,
    TokenMissingError,
    TokenUnclearError,
    UnsupportedKeyError,
    WrongPinError,
)
from app.signing.identity_token import load_token_identity
from tests.integration.signing.samples import CREATED, SIGNED, made_identity
from tests.integration.signing.softhsm import PIN


@pytest.fixture
def ada_card(tokens):
    tokens.make("Ada's card", {"signing": made_identity()})
    return tokens


def test_the_only_key_of_the_only_token_needs_no_name(ada_card):
    identity = load_token_identity(ada_card.key(), SIGNED)

    assert identity.facts.name == "Ada Lovelace"
    assert identity.issuers == ()


def test_neither_pin_nor_key_is_printed(ada_card):
    identity = load_token_identity(ada_card.key(), SIGNED)

    assert PIN not in repr(identity)
    assert PIN not in repr(identity.key)
    assert PIN not in repr(ada_card.key())


def test_the_issuers_on_the_token_come_along(tokens, authority):
    tokens.make("Card", {"mine": authority.person(), "root": authority.root})

    identity = load_token_identity(tokens.key(label="mine"), SIGNED)

    assert identity.issuers == (authority.root.certificate,)


def test_several_tokens_have_to_be_told_apart(ada_card):
    ada_card.make("Grace", {"signing": made_identity(name="Grace Hopper")})

    with pytest.raises(TokenUnclearError, match="Ada's card, Grace"):
        load_token_identity(ada_card.key(), SIGNED)
    named = load_token_identity(ada_card.key("Grace"), SIGNED)
    assert named.facts.name == "Grace Hopper"


def test_tokens_of_one_name_cannot_be_told_apart(ada_card):
    ada_card.make("Ada's card", {})

    with pytest.raises(TokenUnclearError, match="same name"):
        load_token_identity(ada_card.key("Ada's card"), SIGNED)


def test_several_keys_have_to_be_told_apart(tokens):
    tokens.make("Card", {"old": made_identity(), "new": made_identity(name="Ada King")})

    with pytest.raises(TokenUnclearError, match="new, old"):
        load_token_identity(tokens.key(), SIGNED)
    assert load_token_identity(tokens.key(label="new"), SIGNED).facts.name == "Ada King"


def test_of_several_keys_the_one_that_may_sign_is_taken(tokens):
    tokens.make(
        "Card",
        {
            "login": made_identity(name="Login", usage="key_encipherment"),
            "ended": made_identity(name="Ended", days=3),
            "signing": made_identity(name="Signing"),
        },
    )

    assert load_token_identity(tokens.key(), SIGNED).facts.name == "Signing"


def test_no_token_is_in(tokens):
    with pytest.raises(TokenMissingError, match="put it in"):
        load_token_identity(tokens.key(), SIGNED)


def test_a_token_of_another_name_is_in(ada_card):
    with pytest.raises(TokenMissingError, match="no token Grace, but Ada's card"):
        load_token_identity(ada_card.key("Grace"), SIGNED)


def test_a_token_that_was_pulled_is_missing(ada_card, tmp_path):
    shutil.rmtree(tmp_path / "tokens")
    (tmp_path / "tokens").mkdir()

    with pytest.raises(TokenMissingError):
        load_token_identity(ada_card.key(), SIGNED)


def test_a_key_of_another_name_is_on_the_token(ada_card):
    with pytest.raises(TokenKeyMissingError, match="no key sealing: choose one of signing"):
        load_token_identity(ada_card.key(label="sealing"), SIGNED)


@pytest.mark.parametrize("holds", [{}, {"bare": None}], ids=["empty", "without-certificate"])
def test_a_token_without_a_key_and_its_certificate_does_not_serve(tokens, holds):
    tokens.make("Card", holds)

    with pytest.raises(TokenKeyMissingError, match="no key with a certificate"):
        load_token_identity(tokens.key(), SIGNED)


@pytest.mark.parametrize("pin", ["000000", "1", "", "x" * 300, "πιν"])
def test_a_wrong_pin_is_refused_and_the_right_one_still_works(ada_card, pin):
    with pytest.raises(WrongPinError, match="Ada's card"):
        load_token_identity(ada_card.key(pin=pin), SIGNED)

    assert load_token_identity(ada_card.key(), SIGNED).facts.name == "Ada Lovelace"


def test_a_wrong_pin_costs_a_try_and_no_pin_costs_none(ada_card):
    with pytest.raises(WrongPinError) as silent:
        load_token_identity(ada_card.key(pin=""), SIGNED)
    with pytest.raises(WrongPinError, match="few tries are left"):
        load_token_identity(ada_card.key(pin="000000"), SIGNED)

    assert "tries" not in silent.value.message


@pytest.mark.parametrize("content", [None, b"", b"not a library", b"\x7fELF"])
def test_a_module_that_is_no_library_is_named(tmp_path, content):
    module = tmp_path / "token.so"
    if content is not None:
        module.write_bytes(content)

    with pytest.raises(TokenLibraryError, match=r"token\.so"):
        load_token_identity(KeyToken(module, PIN), SIGNED)


def test_a_module_whose_name_no_disk_takes_is_named(tmp_path):
    with pytest.raises(TokenLibraryError, match="xxx"):
        load_token_identity(KeyToken(tmp_path / ("x" * 300), PIN), SIGNED)


def test_a_library_that_speaks_no_pkcs11_is_named():
    maps = Path("/proc/self/maps")
    if not maps.exists():
        pytest.skip("needs /proc to find a library")
    library = re.search(r"/\S*libc\.so\S*", maps.read_text())
    assert library is not None

    with pytest.raises(TokenLibraryError, match=r"libc\.so"):
        load_token_identity(KeyToken(Path(library[0]), PIN), SIGNED)


def test_a_folder_is_no_library(tmp_path):
    with pytest.raises(TokenLibraryError):
        load_token_identity(KeyToken(tmp_path, PIN), SIGNED)


def test_an_expired_certificate_cannot_sign(ada_card):
    with pytest.raises(CertificateExpiredError, match="the token Ada's card"):
        load_token_identity(ada_card.key(), CREATED + dt.timedelta(days=4000))


def test_a_certificate_for_something_else_cannot_sign(tokens):
    tokens.make("Card", {"login": made_identity(usage="key_encipherment")})

    with pytest.raises(NoSigningUsageError, match="the token Card"):
        load_token_identity(tokens.key(), SIGNED)


@pytest.mark.parametrize(
    "key",
    [rsa.generate_private_key(65537, 1024), ec.generate_private_key(ec.SECP521R1())],
    ids=["rsa-1024", "p-521"],
)
def test_a_key_that_readers_would_reject_is_refused(tokens, key):
    tokens.make("Card", {"odd": made_identity(key=key)})

    with pytest.raises(UnsupportedKeyError, match="the token Card"):
        load_token_identity(tokens.key(), SIGNED)
