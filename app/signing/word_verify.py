"""Verifying every signature of a Word package.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography import x509

from app.services.verifying import SignatureReport
from app.signing.word_names import (
    ORIGIN_RELATION,
    ROOT_RELATIONSHIPS_PART,
    SIGNATURE_FOLDER,
    SIGNATURE_RELATION,
)
from app.signing.word_package import BadPackageError, Package, read_package
from app.signing.word_relationships import relationships
from app.signing.word_signature_check import broken, check_signature


@dataclass(frozen=True, slots=True)
class WordFindings:
    """What a package reveals about its signatures."""

    signatures: tuple[SignatureReport, ...]
    problems: tuple[str, ...]


def verify_word(data: bytes, trusted: Sequence[x509.Certificate]) -> WordFindings:
    """Judge every signature of the package in `data`.

    Raises:
        BadPackageError: It is damaged, or no Word document.
    """
    package = read_package(data)
    if not any("wordprocessingml" in kind for kind in package.overrides.values()):
        raise BadPackageError("it holds no Word document")
    return verify_package(package, trusted)


def verify_package(package: Package, trusted: Sequence[x509.Certificate]) -> WordFindings:
    """Judge every signature of a package that was read.

    Raises:
        BadPackageError: Its relationships cannot be read.
    """
    origins = _targets(package, ROOT_RELATIONSHIPS_PART, ORIGIN_RELATION)
    parts = [part for origin in origins for part in _signature_parts(package, origin)]
    signatures = tuple(_judged(package, part, trusted) for part in parts)
    return WordFindings(signatures, tuple(_problems(package, origins, parts)))


def _judged(package: Package, part: str, trusted: Sequence[x509.Certificate]) -> SignatureReport:
    if part not in package.parts:
        return broken(part, "The signature part was removed.")
    return check_signature(package, part, trusted)


def _problems(package: Package, origins: Sequence[str], parts: Sequence[str]) -> list[str]:
    if origins and not parts:
        return ["The document was signed once; its signatures were removed."]
    stray = {
        part
        for part in package.parts
        if part.startswith(SIGNATURE_FOLDER) and part.endswith(".xml") and part not in parts
    }
    return [f"The signature {part} is not connected to the document." for part in sorted(stray)]


def _signature_parts(package: Package, origin: str) -> list[str]:
    folder, name = posixpath.split(origin)
    rels = f"{folder}/_rels/{name}.rels"
    return _targets(package, rels, SIGNATURE_RELATION) if rels in package.parts else []


def _targets(package: Package, rels: str, kind: str) -> list[str]:
    return [line.target for line in relationships(package, rels) if line.type == kind]
