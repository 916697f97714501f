"""Which revocation lists tell of a certificate, and which one that openssl accepts too."""

import subprocess

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from app.signing.list_scope import tells_of
from tests.integration.signing.authorities import ISSUING, Authority
from tests.integration.signing.samples import made_identity

PLACE = "https://lists.example/root.crl"


def scope(**limits):
    """A list for a part of the certificates only."""
    everything = {
        "full_name": None,
        "relative_name": None,
        "only_contains_user_certs": False,
        "only_contains_ca_certs": False,
        "only_some_reasons": None,
        "indirect_crl": False,
        "only_contains_attribute_certs": False,
    }
    return x509.IssuingDistributionPoint(**(everything | limits))


def at(address):
    return [x509.UniformResourceIdentifier(address)]


def name(text):
    return x509.RelativeDistinguishedName([x509.NameAttribute(x509.NameOID.COMMON_NAME, text)])


REASONS = frozenset({x509.ReasonFlags.key_compromise})
UNKNOWN = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4.5"), b"\x05\x00")
NUMBER = x509.CRLNumber(7)
CASES = {
    "of everybody": ((), True),
    "numbered": (((NUMBER, False),), True),
    "unknown remark": (((UNKNOWN, False),), True),
    "unknown condition": (((UNKNOWN, True),), False),
    "changes alone": (((x509.DeltaCRLIndicator(1), True),), False),
    "changes alone, said in passing": (((x509.DeltaCRLIndicator(1), False),), False),
    "of its place": (((scope(full_name=at(PLACE)), True),), True),
    "of another place": (((scope(full_name=at("https://lists.example/2.crl")), True),), False),
    "of a place relative to another": (((scope(relative_name=name("2")), True),), False),
    "of people": (((scope(only_contains_user_certs=True), True),), True),
    "of issuers": (((scope(only_contains_ca_certs=True), True),), False),
    "of attributes": (((scope(only_contains_attribute_certs=True), True),), False),
    "of some reasons": (((scope(full_name=at(PLACE), only_some_reasons=REASONS), True),), False),
    "of others too": (((scope(full_name=at(PLACE), indirect_crl=True), True),), False),
}
"""The extensions of a list, each critical or not, and whether it tells of a person."""
STRICTER = {"changes alone", "changes alone, said in passing"}
"""What openssl accepts all the same."""


@pytest.fixture(scope="module")
def person(authority):
    return authority.person(lists=PLACE)


def told(authority, data, certificate):
    return tells_of(x509.load_der_x509_crl(data), certificate, authority.root.certificate)


@pytest.mark.parametrize(("saying", "tells"), CASES.values(), ids=CASES)
def test_a_list_tells_of_those_it_covers(authority, person, saying, tells):
    data = authority.revocations(saying=saying)

    assert told(authority, data, person.certificate) is tells


@pytest.mark.parametrize("case", CASES)
def test_openssl_takes_no_list_for_proof_that_is_none_here(authority, person, case, tmp_path, tool):
    saying, tells = CASES[case]

    taken = openssl_accepts(authority, authority.revocations(saying=saying), person, tmp_path, tool)

    assert taken is (tells or case in STRICTER)


def test_a_list_of_people_does_not_tell_of_issuers(authority):
    below = authority.person("Below", usage=ISSUING, ca=True, lists=PLACE)
    people = authority.revocations(saying=[(scope(only_contains_user_certs=True), True)])
    issuers = authority.revocations(saying=[(scope(only_contains_ca_certs=True), True)])

    assert not told(authority, people, below.certificate)
    assert told(authority, issuers, below.certificate)


def test_a_list_of_one_place_does_not_tell_of_a_certificate_that_names_none(authority):
    data = authority.revocations(saying=[(scope(full_name=at(PLACE)), True)])

    assert not told(authority, data, authority.person().certificate)


@pytest.mark.parametrize(
    ("usage", "tells"), [(ISSUING, True), ("key_cert_sign", False), (None, True)]
)
def test_the_issuers_certificate_has_to_allow_lists(usage, tells, authority, tmp_path, tool):
    root = made_identity(name="Root", usage=usage, ca=True)
    other = Authority(root, authority.clock)
    ada = other.person()

    assert told(other, other.revocations(), ada.certificate) is tells
    assert openssl_accepts(other, other.revocations(), ada, tmp_path, tool) is tells


def test_another_key_or_name_is_not_the_issuer(authority, person):
    impostor = Authority(made_identity(name="Root", usage=ISSUING, ca=True), authority.clock)
    other = Authority(made_identity(name="Other", usage=ISSUING, ca=True), authority.clock)

    for each in (impostor, other):
        assert not told(authority, each.revocations(), person.certificate)


def openssl_accepts(authority, data, person, folder, tool):
    """Whether openssl calls the certificate good by this list."""
    files = {
        "root.pem": authority.root.certificate.public_bytes(Encoding.PEM),
        "list.pem": x509.load_der_x509_crl(data).public_bytes(Encoding.PEM),
        "person.pem": person.certificate.public_bytes(Encoding.PEM),
    }
    for each, content in files.items():
        (folder / each).write_bytes(content)
    command = (tool("openssl"), "verify", "-CAfile", "root.pem", "-CRLfile", "list.pem")
    options = ("-crl_check", "-purpose", "any", "-attime", "1795269787")
    done = subprocess.run(
        (*command, *options, "person.pem"), cwd=folder, capture_output=True, text=True, check=False
    )
    return done.returncode == 0
