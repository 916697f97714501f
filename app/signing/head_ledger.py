"""A ledger of noted heads on this computer: one file a plan, one signed line a head."""

import base64
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from app.domain.errors import IrplanError
from app.domain.lifecycle.chain import Head
from app.domain.lifecycle.heads import NotedHead, Occasion, is_due, line_of, noted_from, noted_text
from app.domain.plan.ids import is_record_id
from app.signing.new_files import OWNER_ONLY, write_new

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY_FILE = "key.pem"
"""The private key, readable by its owner alone; whoever has it can note heads in this name."""


class LedgerUnusable(IrplanError):
    """Heads cannot be noted or read."""

    code: ClassVar[str] = "heads.unusable"

    def __init__(self, folder: Path, what: str) -> None:
        super().__init__(
            f"The heads of plans' histories in {folder} cannot be used ({what}); allow reading and "
            "writing there. The plan itself is not affected.",
            folder=str(folder),
        )


class HeadLedger:
    """A `Witness` that keeps its notes in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def note(self, head: Head, at: datetime, occasion: Occasion) -> None:
        """Sign and keep `head`, unless it was noted that day already, as the port says."""
        if not is_due(self.noted(head.plan), head, at):
            return
        key = self._key()
        unsigned = NotedHead(head, at, occasion, _public(key))
        signature = base64.b64encode(key.sign(noted_text(unsigned))).decode()
        signed = NotedHead(head, at, occasion, unsigned.key, signature)
        try:
            _append(self._file(head.plan), line_of(signed))
        except OSError as error:
            raise self._unusable(error) from error

    def noted(self, plan: str) -> tuple[NotedHead, ...]:
        """All heads of the plan, as the port says; a line that is none is left out."""
        try:
            lines = self._file(plan).read_text("utf-8", "replace").splitlines()
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise self._unusable(error) from error
        return tuple(noted for line in lines if (noted := noted_from(line)) is not None)

    def is_signed(self, noted: NotedHead) -> bool:
        """Whether the signature is this computer's, over exactly this head."""
        from cryptography.exceptions import InvalidSignature

        if not (self._folder / KEY_FILE).exists():
            return False
        key = self._key().public_key()
        try:
            key.verify(base64.b64decode(noted.signature), noted_text(noted))
        except (InvalidSignature, ValueError):
            return False
        return True

    def _file(self, plan: str) -> Path:
        if not is_record_id(plan):
            raise LedgerUnusable(self._folder, "the plan has no usable id")
        return self._folder / f"{plan}.jsonl"

    def _key(self) -> "Ed25519PrivateKey":
        """The key of this computer, made when first needed."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        path = self._folder / KEY_FILE
        try:
            if not path.exists():
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                write_new(path, _pem(Ed25519PrivateKey.generate()), OWNER_ONLY)
            key = load_pem_private_key(path.read_bytes(), None)
        except OSError as error:
            raise self._unusable(error) from error
        except (ValueError, TypeError) as error:
            raise LedgerUnusable(self._folder, f"{KEY_FILE} holds no key") from error
        if not isinstance(key, Ed25519PrivateKey):
            raise LedgerUnusable(self._folder, f"{KEY_FILE} holds a key of another kind")
        return key

    def _unusable(self, error: OSError) -> LedgerUnusable:
        return LedgerUnusable(self._folder, (error.strerror or "unknown error").lower())


def _public(key: "Ed25519PrivateKey") -> str:
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def _pem(key: "Ed25519PrivateKey") -> bytes:
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _append(path: Path, line: str) -> None:
    """Add one line and have it on the disk; a line that was cut off before ends there."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, OWNER_ONLY)
    with os.fdopen(descriptor, "r+b", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        torn = False
        if size:
            file.seek(size - 1)
            torn = file.read(1) != b"\n"
        file.write((b"\n" if torn else b"") + line.encode() + b"\n")
        os.fsync(file.fileno())
