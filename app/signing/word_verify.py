"""Verifying every signature of a Word package.

Imports lxml; itself imported only from inside the functions of `app.signing`.
"""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography import x509

from app.services.verifying import SignatureReport
from app.signing.word_lines import prepared_lines
from app.signing.word_names import (
    ORIGIN_RELATION,
    ORIGIN_TYPE,
    ROOT_RELATIONSHIPS_PART,
    SIGNATURE_FOLDER,
    SIGNATURE_RELATION,
    SIGNATURE_TYPE,
)
from app.signing.word_package import BadPackageError, Package, read_package
from app.signing.word_relationships import relationships
from app.signing.word_signature_check import Judge


@dataclass(frozen=True, slots=True)
class WordFindings:
    """What a package reveals about its signatures."""

    signatures: tuple[SignatureReport, ...]
    problems: tuple[str, ...]
    prepared: tuple[str, ...] = ()
    """The fields of ours that have a signature line, in the order of the document."""


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
    prepared = tuple(line.field for line in prepared_lines(package))
    judge = Judge(package, prepared, trusted)
    signatures = tuple(judge.report(part) for part in parts)
    problems = tuple(_problems(package, origins, parts))
    return WordFindings(signatures, problems, prepared)


def _problems(package: Package, origins: Sequence[str], parts: Sequence[str]) -> list[str]:
    if origins and not parts:
        return ["The document was signed once; its signatures were removed."]
    if len(origins) > 1 or len(set(parts)) != len(parts):
        return ["The document leads to its signatures by two ways."]
    known = {*origins, *parts, *map(_rels_of, origins)}
    stray = {part for part in package.parts if part.startswith(SIGNATURE_FOLDER)} - known
    types = dict.fromkeys(parts, SIGNATURE_TYPE) | dict.fromkeys(origins, ORIGIN_TYPE)
    disguised = (part for part, kind in types.items() if package.content_type(part) != kind)
    return [
        *(
            f"The part {part} is among the signatures and is none of them."
            for part in sorted(stray)
        ),
        *(f"The content type of {part} hides that it is a signature." for part in disguised),
    ]


def _signature_parts(package: Package, origin: str) -> list[str]:
    rels = _rels_of(origin)
    return _targets(package, rels, SIGNATURE_RELATION) if rels in package.parts else []


def _rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _targets(package: Package, rels: str, kind: str) -> list[str]:
    return [line.target for line in relationships(package, rels) if line.type == kind]
