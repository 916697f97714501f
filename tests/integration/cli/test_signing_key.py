import argparse
from pathlib import Path

import pytest

from app.cli.signing_key import (
    AuthorityUnclear,
    KeyUnclear,
    add_key,
    add_stamping,
    key_of,
    stamping_of,
    wants_key,
)
from app.services.signing import KeyFile, KeyToken, Level, Stamping


@pytest.fixture
def secret(tmp_path: Path) -> str:
    file = tmp_path / "secret.txt"
    file.write_text("open sesame\n")
    return str(file)


def parsed(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_key(parser, "seal the files")
    add_stamping(parser)
    return parser.parse_args(words)


def test_nothing_is_signed_unless_a_key_is_named():
    assert key_of(parsed()) is None
    assert not wants_key(parsed())


def test_a_file_is_a_key(secret):
    asked = parsed("--sign", "a.pem", "--certificate", "a.crt", "--passphrase-file", secret)

    assert key_of(asked) == KeyFile(Path("a.pem"), "open sesame", Path("a.crt"))
    assert wants_key(asked)


def test_a_token_is_a_key_and_its_secret_is_the_pin(secret):
    named = ["--token-name", "Card", "--key-name", "Sign"]
    asked = parsed("--token", "/lib/p11.so", *named, "--passphrase-file", secret)

    assert key_of(asked) == KeyToken(Path("/lib/p11.so"), "open sesame", "Card", "Sign")


@pytest.mark.parametrize(
    "words",
    [("--sign", "a.p12", "--token", "p11.so"), ("--certificate", "a.crt")],
    ids=["two keys", "a part of none"],
)
def test_options_that_name_no_single_key_are_refused(words):
    with pytest.raises(KeyUnclear):
        key_of(parsed(*words))


def test_the_authority_of_the_settings_vouches_unless_another_is_named():
    crl = ["--level", "B-LT", "--revocation", "a.crl", "--revocation", "b.crl"]

    assert stamping_of(parsed()) == Stamping()
    assert stamping_of(parsed(), "https://tsa.example") == Stamping("https://tsa.example")
    assert stamping_of(parsed("--timestamp", ""), "https://tsa.example") == Stamping()
    assert stamping_of(parsed("--timestamp", "http://other", *crl), "https://tsa.example") == (
        Stamping("http://other", Level.B_LT, (Path("a.crl"), Path("b.crl")))
    )


def test_a_level_that_is_none_is_wrong_usage(capsys):
    with pytest.raises(SystemExit):
        parsed("--level", "qualified")
    assert "B-LTA" in capsys.readouterr().err


@pytest.mark.parametrize("address", ["ftp://tsa.example", "tsa.example", "file:///etc/passwd"])
def test_what_is_no_address_of_a_server_is_refused(address):
    with pytest.raises(AuthorityUnclear):
        stamping_of(parsed("--timestamp", address))
