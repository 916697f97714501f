import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from app.signing.certificates import der
from app.signing.cms_signer import cms_signer
from tests.integration.signing.samples import made_identity


@pytest.mark.parametrize("key", [None, ec.generate_private_key(ec.SECP384R1())])
def test_the_signer_has_the_certificate_and_sends_its_issuers_along(key):
    authority = made_identity(name="Authority", usage="key_cert_sign", ca=True)
    identity = made_identity(issuer=authority, key=key)

    signer = cms_signer(identity)

    assert signer.signing_cert is not None
    assert signer.signing_cert.dump() == der(identity.certificate)
    assert [each.dump() for each in signer.cert_registry] == [der(authority.certificate)]
