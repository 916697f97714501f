"""Time stamps for the signatures of a Word file that was signed without.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

from app.services.signing import Level, SignedData, Stamping
from app.services.verifying import Form, SignatureReport
from app.signing.errors import ChangedSinceSigningError, NotAWordFileError, NothingToStampError
from app.signing.safe_xml import BadXmlError, document
from app.signing.time_stamp import token_for
from app.signing.word_package import BadPackageError, Package, read_package
from app.signing.word_stamping import add_stamp, stamped_bytes
from app.signing.word_storing import with_changed
from app.signing.word_verify import verify_package


def add_time_stamp(data: bytes, stamping: Stamping) -> SignedData:
    """The package with a time stamp in each signature that has none; nothing signed changes.

    Raises:
        NotAWordFileError: The bytes cannot be read as an Office package.
        NothingToStampError: Nobody has signed it, or every signature is stamped.
        ChangedSinceSigningError: A signature no longer holds.
        TimeStampError: The authority gave no stamp, or none was named.
    """
    try:
        package = read_package(data)
        bare = _bare(package)
        stamped = {part: _stamped(package, part, stamping.authority) for part in bare}
    except (BadPackageError, BadXmlError) as error:
        raise NotAWordFileError(
            f"The document is damaged or not a Word file ({error}): choose the signed file."
        ) from error
    return SignedData(with_changed(package, stamped), Level.B_T)


def _bare(package: Package) -> list[str]:
    """The parts with a signature that takes a stamp."""
    findings = verify_package(package, ())
    if not findings.signatures:
        raise NothingToStampError(
            "Nobody has signed this Word file yet: sign it first, then stamp it."
        )
    if findings.problems or not all(each.holds for each in findings.signatures):
        raise ChangedSinceSigningError(
            "The Word document was changed after it was signed: stamp the original instead."
        )
    bare = [each.field for each in findings.signatures if _takes_stamp(each)]
    if not bare:
        raise NothingToStampError("No signature in this Word file takes a further time stamp.")
    return bare


def _takes_stamp(signature: SignatureReport) -> bool:
    """Whether it has room for a stamp, as XAdES has, and none there."""
    xades = signature.profile is not None and signature.profile.form is Form.XADES
    return xades and signature.time_stamp is None


def _stamped(package: Package, part: str, authority: str) -> bytes:
    root = package.xml(part)
    add_stamp(root, token_for(stamped_bytes(root), authority))
    return document(root)
