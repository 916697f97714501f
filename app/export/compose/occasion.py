"""What is exported when, and what it says of itself."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.document.audience import Audience
from app.domain.document.labels import Labels
from app.domain.document.tree import Metadata
from app.domain.lifecycle.approving.editions import Edition
from app.domain.lifecycle.chain import Head
from app.domain.plan.codec import content_hash
from app.domain.plan.redacting import Redacted
from app.export.compose import front
from app.export.compose.scribe import Scribe
from app.services.changes.since import Since


@dataclass(frozen=True, slots=True)
class Copy:
    """A plan that is shown without the addresses of its people.

    `master` is the content hash of the whole plan, from which the copy derives.
    """

    master: str
    redacted: Redacted


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is exported when (UTC), besides the plan.

    `edition` is the issued version that the plan is, as it stands now. `since` adds an annex, the
    last, with what changed since then. With a `copy` the plan is a redacted one.
    """

    draft: bool
    when: datetime
    head: Head | None = None
    since: Since | None = None
    edition: Edition | None = None
    audience: Audience = Audience.PLAN
    copy: Copy | None = None


ANCHOR_DIGITS = 12
"""How much of the head's hash each page repeats; the control page has all of it."""


def master_hash(scribe: Scribe, occasion: Occasion) -> str:
    """The content hash of the whole plan that the document derives from."""
    return content_hash(scribe.plan) if occasion.copy is None else occasion.copy.master


def metadata_of(scribe: Scribe, occasion: Occasion) -> Metadata:
    """What the file says about itself."""
    profile, draft, edition = scribe.plan.profile, occasion.draft, occasion.edition
    organisation_name = profile.legal_name or profile.short_name
    head = occasion.head
    return Metadata(
        title=_title(scribe, occasion.audience),
        organisation=organisation_name,
        document_id=profile.document_id,
        version=front.number(scribe, draft=draft, edition=edition),
        status=front.status(scribe, draft=draft, edition=edition),
        sharing_label=profile.sharing_label,
        language=profile.language,
        author=profile.owner or organisation_name,
        subject=_subject(scribe, occasion),
        keywords=(scribe.say("file.keyword"), *profile.frameworks),
        created=occasion.when,
        content_hash=master_hash(scribe, occasion),
        dated=front.dated(scribe.plan, draft=draft, when=occasion.when, edition=edition),
        anchor="" if head is None else f"r{head.number} {head.hash[:ANCHOR_DIGITS]}",
        audience=occasion.audience,
    )


def sealed_words(metadata: Metadata, labels: Labels) -> str:
    """What a signature is made over, such as `NH-IRP-001 version 1.0`."""
    document = metadata.document_id or metadata.title
    whole = labels("approval.edition", document=document, version=metadata.version)
    if metadata.audience is Audience.PLAN:
        return whole
    return labels("edition.of", edition=edition_name(metadata.audience, labels), plan=whole)


def edition_name(audience: Audience, labels: Labels) -> str:
    """What readers call the document made for `audience`."""
    return labels(f"edition-name.{audience.value}")


def _title(scribe: Scribe, audience: Audience) -> str:
    title = front.title(scribe)
    if audience is Audience.PLAN:
        return title
    return scribe.say("edition.title", title=title, edition=edition_name(audience, scribe.say))


def _subject(scribe: Scribe, occasion: Occasion) -> str:
    """Whose plan it is; of an edition, from which version and content it derives."""
    profile = scribe.plan.profile
    if occasion.audience is Audience.PLAN:
        return scribe.say("file.subject", name=profile.legal_name or profile.short_name)
    return scribe.say(
        "edition.subject",
        edition=derived_from(scribe, occasion),
        hash=master_hash(scribe, occasion),
    )


def derived_from(scribe: Scribe, occasion: Occasion) -> str:
    """Which edition of which version this is, such as `Staff card of NH-IRP-001 version 1.0`."""
    version = front.number(scribe, draft=occasion.draft, edition=occasion.edition)
    document = scribe.plan.profile.document_id or front.title(scribe)
    whole = scribe.say("approval.edition", document=document, version=version)
    return scribe.say("edition.of", edition=edition_name(occasion.audience, scribe.say), plan=whole)
