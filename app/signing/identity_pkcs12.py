"""What a PKCS#12 file (`.p12`, `.pfx`) holds, in modern or in legacy encryption.

Imports cryptography; itself imported only from inside the functions of `app.signing`.
"""

from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import pkcs12

from app.signing.errors import IdentityDamagedError
from app.signing.identity_contents import Contents, known_kind, unsupported, wrong_passphrase


def pkcs12_contents(data: bytes, passphrase: str, name: str) -> Contents:
    """Key and certificates in `data`, the bytes of the file called `name`.

    Raises:
        IdentityDamagedError: It is no PKCS#12 file.
        WrongPassphraseError: It is one, and the passphrase does not open it.
        UnsupportedKeyError: Its key is of a kind that signs no documents.
    """
    _check_structure(data, name)
    try:
        bundle = pkcs12.load_pkcs12(data, passphrase.encode())
    except ValueError as error:
        raise wrong_passphrase(name) from error
    except UnsupportedAlgorithm as error:
        raise unsupported(name) from error
    own = () if bundle.cert is None else (bundle.cert.certificate,)
    return Contents(
        None if bundle.key is None else known_kind(bundle.key, name),
        (*own, *(each.certificate for each in bundle.additional_certs)),
    )


def _check_structure(data: bytes, name: str) -> None:
    """Tell garbage from a wrong passphrase, which cryptography reports alike."""
    try:
        version = asn1_pkcs12.Pfx.load(data, strict=True)["version"].native
    except (ValueError, TypeError, KeyError) as error:
        raise _damaged(name) from error
    if version != "v3":
        raise _damaged(name)


def _damaged(name: str) -> IdentityDamagedError:
    return IdentityDamagedError(
        f"{name} is damaged or not a signing identity: choose a .p12, .pfx or .pem file.",
        file=name,
    )
