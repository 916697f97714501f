import base64
import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from app.signing.word_digests import decoded, digest_matches, value_matches

SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1"


def test_a_right_digest_matches_even_with_line_breaks():
    text = base64.b64encode(hashlib.sha256(b"x").digest()).decode()

    assert digest_matches(SHA256, b"x", text[:20] + "\n" + text[20:])
    assert not digest_matches(SHA256, b"y", text)


def test_sha1_never_matches():
    text = base64.b64encode(hashlib.sha1(b"x").digest()).decode()

    assert not digest_matches(SHA1, b"x", text)


@pytest.mark.parametrize("text", [None, "", "***", "AAA"])
def test_what_is_no_base64_is_empty(text):
    assert decoded(text) == b""


@pytest.mark.parametrize("method", ["", "rsa-sha1", "http://www.w3.org/2000/09/xmldsig#rsa-sha1"])
def test_an_unknown_method_never_matches(method):
    key = rsa.generate_private_key(65537, 1024).public_key()

    assert not value_matches(method, key, b"x", b"y")
