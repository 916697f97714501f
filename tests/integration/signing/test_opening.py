import pytest

from app.services.signing import KeyFile
from app.signing.errors import IdentityMissingError
from app.signing.opening import open_identity
from tests.integration.signing.samples import PASSPHRASE, SIGNED, made_identity


def test_a_key_in_a_file_is_opened(identity_file):
    assert open_identity(KeyFile(identity_file, PASSPHRASE), SIGNED).facts.name == "Ada Lovelace"


def test_a_key_on_a_token_is_opened(tokens):
    tokens.make("Card", {"signing": made_identity(name="Grace Hopper")})

    assert open_identity(tokens.key(), SIGNED).facts.name == "Grace Hopper"


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(IdentityMissingError):
        open_identity(KeyFile(tmp_path / "none.p12"), SIGNED)
