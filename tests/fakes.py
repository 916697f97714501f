"""Stand-ins for the ports of the services, which keep everything in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from app.domain.document.tree import Document
from app.domain.errors import IrplanError
from app.domain.lifecycle.chain import Head
from app.domain.lifecycle.heads import NotedHead, Occasion
from app.domain.lifecycle.matter import touches_matter
from app.domain.plan.changes import ChangeSet, apply
from app.domain.plan.plan import Plan
from app.services.rendering import Letterhead, RenderedPdf
from app.services.signing import (
    UNSTAMPED,
    CertificateFacts,
    IdentityRequest,
    Key,
    KeyFile,
    Level,
    SignedData,
    SigningError,
    Stamping,
    Statement,
)
from app.services.storing import NO_FILES, Files, Receipt
from tests.builders import NOON


class StoreBroken(IrplanError):
    """What a fake store raises."""

    code = "fake.broken"


@dataclass
class FakeClock:
    """Stands still at `moment`."""

    moment: datetime = NOON

    def now(self) -> datetime:
        return self.moment


@dataclass
class MemoryStore:
    """A `PlanStore`; `breaks` makes the next save fail, `loses` only its answer."""

    plan: Plan
    name: str = "plan.irplan"
    actor: str = "Mary Major"
    read_only: bool = False
    breaks: bool = False
    loses: bool = False
    saved: dict[str, ChangeSet] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    people: list[str] = field(default_factory=list)
    ends: Head | None = None

    def load(self) -> Plan:
        return self.plan

    def save(
        self, changes: ChangeSet, label: str, request_id: str, files: Files = NO_FILES
    ) -> Receipt:
        self.calls.append("save")
        if self.breaks:
            self.breaks = False
            raise StoreBroken("The disk is full.")
        if request_id not in self.saved:
            self.plan = apply(self.plan, changes)
            self.saved[request_id] = changes
            self.labels.append(label)
            self.files.update(files)
            self.people.append(self.actor if touches_matter(changes) else "")
        if self.loses:
            self.loses = False
            raise StoreBroken("No answer came.")
        return Receipt(list(self.saved).index(request_id) + 2, NOON)

    def kept(self, sha256: str) -> bytes | None:
        return self.files.get(sha256)

    def authors(self, after: int, until: int | None = None) -> tuple[str, ...]:
        said = self.people[max(after - 1, 0) : None if until is None else until - 1]
        return tuple(dict.fromkeys(filter(None, said)))

    def revision(self) -> int:
        return len(self.saved) + 1

    def head(self) -> Head | None:
        return self.ends

    def backup(self) -> None:
        self.calls.append("backup")

    def close(self) -> None:
        self.calls.append("close")


@dataclass
class FakeWitness:
    """A `Witness` that remembers what it was told; `fails` makes it refuse."""

    told: list[tuple[Head, datetime, Occasion]] = field(default_factory=list)
    fails: bool = False

    def note(self, head: Head, at: datetime, occasion: Occasion) -> None:
        if self.fails:
            raise StoreBroken("No room for notes.")
        self.told.append((head, at, occasion))

    def noted(self, plan: str) -> tuple[NotedHead, ...]:
        raise NotImplementedError

    def is_signed(self, noted: NotedHead) -> bool:
        raise NotImplementedError


FACTS = CertificateFacts(
    name="Harbour Water",
    email="",
    organisation="Harbour Water",
    subject="CN=Harbour Water",
    issuer="CN=Harbour Water",
    serial="01",
    fingerprint="AB:CD",
    valid_from=datetime(2026, 1, 1, tzinfo=UTC),
    valid_until=datetime(2029, 1, 1, tzinfo=UTC),
    self_signed=True,
)


@dataclass
class FakeSigner:
    """A `Signer` that only appends what it was asked."""

    statements: list[Statement] = field(default_factory=list)
    facts: CertificateFacts = FACTS
    level: Level = Level.B_B
    remarks: tuple[str, ...] = ()

    def sign_pdf(
        self, data: bytes, statement: Statement, *, field: str, certify: bool = False
    ) -> SignedData:
        self.statements.append(statement)
        signed = data + f"+pdf:{field}:{certify}".encode()
        return SignedData(signed, self.level, self.remarks)

    def sign_word(self, data: bytes, statement: Statement, *, line: str = "") -> SignedData:
        self.statements.append(statement)
        return SignedData(data + f"+word:{line}".encode(), self.level, self.remarks)

    def sign_text(self, data: bytes, signed_at: datetime) -> bytes:
        return b"signature over " + data


@dataclass
class FakeIdentities:
    """`Identities` with one identity, opened by the passphrase `secret`."""

    signer: FakeSigner = field(default_factory=FakeSigner)
    opened_at: list[datetime] = field(default_factory=list)
    stampings: list[Stamping] = field(default_factory=list)

    def create(
        self, request: IdentityRequest, file: Path, passphrase: str, created_at: datetime
    ) -> CertificateFacts:
        raise NotImplementedError

    def open(self, key: Key, at: datetime, stamping: Stamping = UNSTAMPED) -> FakeSigner:
        if not isinstance(key, KeyFile) or key.passphrase != "secret":
            raise SigningError("The passphrase is wrong.")
        self.opened_at.append(at)
        self.stampings.append(stamping)
        return self.signer


@dataclass
class FakeRenderers:
    """`Renderers` whose files are their document's title; nothing reaches a disk."""

    written: dict[Path, bytes] = field(default_factory=dict)
    prepared: list[Path] = field(default_factory=list)
    found: tuple[str, ...] = ()
    page_of: dict[str, int] = field(default_factory=lambda: {"a": 3})
    seen_pages: Mapping[str, int] | None = None
    seen_donor: bytes | None = None
    full: bool = False

    def pdf(self, document: Document) -> RenderedPdf:
        return RenderedPdf(f"pdf {document.cover.title}".encode(), 7, self.page_of, "\u2603")

    def letterhead(self, path: Path) -> Letterhead:
        return Letterhead(path.name.encode(), (f"{path.name} lends no logo.",))

    def docx(
        self, document: Document, page_of: Mapping[str, int], donor: bytes | None = None
    ) -> bytes:
        self.seen_pages = page_of
        self.seen_donor = donor
        return f"docx {document.cover.title}".encode()

    def differences(self, document: Document, pdf: bytes, docx: bytes) -> tuple[str, ...]:
        return self.found

    def prepare(self, folder: Path) -> None:
        self.prepared.append(folder)

    def write(self, path: Path, data: bytes) -> None:
        if self.full and self.written:
            raise StoreBroken("The disk is full.")
        self.written[path] = data
