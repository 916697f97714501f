"""A pack as a zip archive that depends on its files alone."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can hold; the README says when the pack was made."""
LEVEL: Final = 6
MODE: Final = 0o644 << 16
"""What unpacking lets others do, as far as the person's own mask allows."""


def archived(files: Mapping[str, bytes]) -> bytes:
    """The files in the order of their names, all dated alike, made by no system in particular."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(files):
            archive.writestr(_entry(name), files[name], compresslevel=LEVEL)
    return target.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # Unix, or the mode below would be ignored
    entry.external_attr = MODE
    return entry
