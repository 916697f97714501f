"""An identity as the library that makes CMS signatures wants it.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from app.signing.certificates import der
from app.signing.identity import Identity


def cms_signer(identity: Identity) -> SimpleSigner:
    """A signer with the identity's key, that sends its issuers' certificates along."""
    key = identity.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    issuers = [asn1_x509.Certificate.load(der(each)) for each in identity.issuers]
    return SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(der(identity.certificate)),
        signing_key=asn1_keys.PrivateKeyInfo.load(key),
        cert_registry=SimpleCertificateStore.from_certs(issuers),
    )
