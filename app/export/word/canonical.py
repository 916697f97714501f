"""Zip archives that depend on their content alone."""

import hashlib
import io
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold."""
_FIRST = ("[Content_Types].xml", "_rels/.rels")
_LEVEL = 6
_MODE = 0o600 << 16


def canonical(data: bytes) -> bytes:
    """The same entries in a fixed order, dated 1980, made by no system in particular."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive,
    ):
        for name in sorted(source.namelist(), key=_place):
            archive.writestr(_entry(name), source.read(name))
    return target.getvalue()


def parts_digest(data: bytes) -> str:
    """SHA-256, in hexadecimal, over name and digest of every entry.

    Unlike the file's own digest it does not change with the compressor.
    """
    whole = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            part = hashlib.sha256(archive.read(name)).hexdigest()
            whole.update(f"{name}\0{part}\n".encode())
    return whole.hexdigest()


def _place(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = _MODE
    return entry
