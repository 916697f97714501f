"""What is known of all versions and of every act, its signature verified off the GUI thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.bootstrap import Workshop
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.services.approving.overview import Declared, Listed, declared, overview
from app.services.signing import CertificateFacts
from app.services.text_signatures import TextSignature
from ui.bridge.jobs import Tell, Work


@dataclass(frozen=True, slots=True)
class Seen:
    """The versions of `plan`, its acts by their ids, and certificates by their fingerprints."""

    plan: Plan
    listed: tuple[Listed, ...]
    acts: Mapping[RecordId, Declared]
    certificates: Mapping[str, CertificateFacts] = field(default_factory=dict)

    def of_version(self, version: str) -> tuple[Declared, ...]:
        """What was done with one version, in order."""
        return tuple(one for one in self.acts.values() if one.act.version == version)

    def listing(self, version: str) -> Listed | None:
        """One version as it is listed."""
        return next((one for one in self.listed if one.version == version), None)


class Reader:
    """Remembers what it found of signatures, which never change; each job has one at a time."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._found: dict[tuple[bytes, bytes], TextSignature] = {}

    def read(self, plan: Plan) -> Work:
        """A job that reads what is known of `plan`."""

        def work(tell: Tell) -> Seen:
            tell(0.0, "")
            now = self._workshop.clock.now()
            listed = overview(plan, self._verify, now)
            acts = {key: declared(plan, act, self._verify, now) for key, act in plan.acts.items()}
            found = tuple(self._found.values())
            certificates = (one.certificate for one in found if one.certificate is not None)
            return Seen(plan, listed, acts, {one.fingerprint: one for one in certificates})

        return work

    def _verify(
        self, data: bytes, signature: bytes, at: datetime, trusted: Sequence[bytes] = ()
    ) -> TextSignature:
        key = (data, signature)
        if key not in self._found:
            self._found[key] = self._workshop.verify_text(data, signature, at, trusted)
        return self._found[key]
