import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from app.signing.errors import UnsupportedKeyError
from app.signing.identity_contents import Contents, known_kind, wrong_passphrase


def test_a_key_is_not_printed_with_what_lies_beside_it():
    assert (
        repr(Contents(ec.generate_private_key(ec.SECP256R1()), ())) == "Contents(certificates=())"
    )


def test_a_key_of_a_kind_that_signs_no_documents_is_refused():
    key = ec.generate_private_key(ec.SECP256R1())

    assert known_kind(key, "ada.pem") is key
    with pytest.raises(UnsupportedKeyError, match=r"ada\.pem"):
        known_kind(ed25519.Ed25519PrivateKey.generate(), "ada.pem")


def test_a_wrong_passphrase_names_the_file():
    assert "ada.pem" in wrong_passphrase("ada.pem").message
