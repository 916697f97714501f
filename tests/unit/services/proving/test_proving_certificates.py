from app.services.proving.certificates import Trust, certificate_data, certificate_rows
from tests.unit.services.proving.reports import FACTS


def test_a_certificate_has_stable_keys():
    told = certificate_data(FACTS)

    assert told is not None
    assert list(told) == [
        *("name", "email", "organisation", "subject", "issuer", "serial"),
        *("sha256_fingerprint", "valid_from", "valid_until", "self_signed"),
    ]


def test_a_missing_certificate_is_null_and_unknown():
    assert certificate_data(None) is None
    assert certificate_rows(None) == [("Signer", "unknown")]


def test_the_rows_name_holder_and_fingerprint():
    assert ("SHA-256 fingerprint", "AB:CD") in certificate_rows(FACTS)
    assert certificate_rows(FACTS)[0] == ("Signer", "Ada")


def test_no_trust_is_called_so():
    assert Trust.NONE.value == "not checked against a trust list"
