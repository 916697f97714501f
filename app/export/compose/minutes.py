"""The minutes of a review session: a document of its own, of the same parts as the plan's."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from textwrap import wrap

from app.domain.document.inline import plain
from app.domain.document.labels import Labels
from app.domain.document.tree import (
    Attachment,
    Block,
    Cover,
    Document,
    Facts,
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    Metadata,
    Paragraph,
    SignatureBox,
    Voice,
)
from app.domain.lifecycle.chain import HEAD_FILE, Head, head_data
from app.domain.plan.codec import canonical, record_data
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.plan import Plan
from app.domain.plan.sessions import ReviewSession
from app.export.compose import front
from app.export.compose.minutes_tables import actions, agenda, attendance, contacts
from app.export.compose.scribe import Scribe
from app.export.compose.wording import wording

DATA_FILE = "session.json"
"""The name under which a PDF carries the session's data."""


def compose_minutes(
    plan: Plan, session: ReviewSession, labels: Labels, when: datetime, head: Head | None = None
) -> Document:
    """The minutes, their fixed words said by `labels`; a draft while the session is not closed.

    `when` (UTC) is the time of the export, `head` the end of the plan's history at that time.
    """
    scribe = Scribe(plan, labels)
    data = canonical(record_data(session))
    digest = hashlib.sha256(data).hexdigest()
    draft = session.closed_at is None
    body = (
        *_session(session, scribe),
        *attendance(session, scribe),
        *agenda(session, scribe),
        *contacts(session, scribe),
        *_decisions(session, scribe),
        *actions(session, scribe),
        *_result(session, scribe),
        *_proof(session, scribe, digest, head, when),
        *_signatures(session, scribe, draft=draft),
    )
    carried = [Attachment(DATA_FILE, "application/json", data, labels("minutes.data"))]
    if head is not None:
        trail = canonical(head_data(head))
        carried.append(Attachment(HEAD_FILE, "application/json", trail, labels("file.audit-head")))
    metadata = _metadata(session, scribe, digest, when)
    edition = labels("minutes.edition", title=metadata.title, session=session.id)
    return Document(
        metadata,
        _cover(session, scribe),
        body,
        labels("page.watermark") if draft else "",
        tuple(carried),
        wording=wording(labels, edition),
    )


def _metadata(session: ReviewSession, scribe: Scribe, digest: str, when: datetime) -> Metadata:
    profile = scribe.plan.profile
    organisation = profile.legal_name or profile.short_name
    return Metadata(
        title=scribe.say("minutes.title-of", title=front.title(scribe)),
        organisation=organisation,
        document_id=f"{profile.document_id} {session.id}".strip(),
        version="",
        status=_standing(session, scribe),
        sharing_label=profile.sharing_label,
        language=profile.language,
        author=session.secretary or session.chair or organisation,
        subject=session.title,
        keywords=(scribe.say("minutes.title"), scribe.say("file.keyword")),
        created=when,
        content_hash=digest,
        dated=(session.closed_at or session.started_at).date(),
    )


def _standing(session: ReviewSession, scribe: Scribe) -> str:
    return scribe.say("minutes.open" if session.closed_at is None else "minutes.closed")


def _cover(session: ReviewSession, scribe: Scribe) -> Cover:
    say, profile = scribe.say, scribe.plan.profile
    facts = (
        (say("minutes.plan"), front.title(scribe)),
        (say("minutes.plan-id"), profile.document_id),
        (say("minutes.held"), scribe.day(session.started_at.date())),
        (say("minutes.occasion"), say(f"minutes-occasion.{session.occasion.value}")),
        (say("minutes.state"), _standing(session, scribe)),
        (say("minutes.sharing-label"), profile.sharing_label),
    )
    stated = tuple((label, text or say("gap.not-stated")) for label, text in facts)
    organisation = profile.legal_name or profile.short_name
    return Cover(organisation, say("minutes.title"), session.title, stated)


def _session(session: ReviewSession, scribe: Scribe) -> Iterator[Block]:
    say, words = scribe.say, scribe.words
    since = session.baseline and say("changes.version", version=session.baseline)
    yield Heading(1, say("minutes.session"), "session", new_page=True)
    yield Facts(
        (
            (say("minutes.subject"), words(session.title)),
            (say("minutes.number"), plain(session.id)),
            (say("minutes.occasion"), plain(say(f"minutes-occasion.{session.occasion.value}"))),
            (say("minutes.started"), words(scribe.moment(session.started_at))),
            (say("minutes.ended"), words(scribe.moment(session.closed_at))),
            (say("minutes.length"), plain(_length(session, scribe))),
            (say("minutes.chair"), words(session.chair)),
            (say("minutes.secretary"), words(session.secretary)),
            (say("minutes.baseline"), plain(since or say("minutes.no-baseline"))),
        )
    )


def _length(session: ReviewSession, scribe: Scribe) -> str:
    hours, minutes = divmod(session.seconds // 60, 60)
    spans = ((hours, TimeUnit.HOURS), (minutes, TimeUnit.MINUTES))
    said = tuple(scribe.span(Duration(amount, unit)) for amount, unit in spans if amount)
    return scribe.say.joined(said) or scribe.say("minutes.short")


def _decisions(session: ReviewSession, scribe: Scribe) -> Iterator[Block]:
    if session.decisions:
        yield Heading(1, scribe.say("minutes.decisions"), "decisions")
        items = (ListItem(plain(text)) for text in session.decisions)
        yield ListBlock(tuple(items), ordered=True)


def _result(session: ReviewSession, scribe: Scribe) -> Iterator[Block]:
    say = scribe.say
    yield Heading(1, say("minutes.result"), "result")
    if session.verdict is None:
        yield Paragraph(plain(say("minutes.not-closed")))
        return
    on = scribe.day(session.next_on) or say("minutes.next-by-interval")
    yield Facts(
        (
            (say("minutes.verdict"), plain(say(f"minutes-verdict.{session.verdict.value}"))),
            (say("minutes.conclusion"), scribe.words(session.conclusion)),
            (say("minutes.next"), plain(on)),
        )
    )


def _proof(
    session: ReviewSession, scribe: Scribe, digest: str, head: Head | None, when: datetime
) -> Iterator[Block]:
    say = scribe.say
    yield Heading(1, say("minutes.proof"), "proof")
    rows: list[tuple[str, Inlines]] = [
        (say("minutes.content"), scribe.words(_grouped(session.content))),
        (say("minutes.hash"), plain(_grouped(digest))),
        (say("control.exported"), plain(scribe.moment(when, "%H:%M:%S"))),
    ]
    if head is not None:
        trail = say("control.trail-head", number=head.number, hash=_grouped(head.hash))
        rows.append((say("control.trail"), plain(trail)))
    yield Facts(tuple(rows))
    yield Paragraph(plain(say("minutes.proof-note")), Voice.NOTE)


def _signatures(session: ReviewSession, scribe: Scribe, *, draft: bool) -> Iterator[Block]:
    say = scribe.say
    yield Heading(1, say("minutes.signatures"), "signatures", new_page=not draft)
    if draft:
        yield Paragraph(plain(say("minutes.draft")))
        return
    legal = scribe.plan.profile.legal_name
    chair, keeper = say("minutes.chair"), say("minutes.secretary")
    yield Paragraph(plain(say("approval.note")))
    yield SignatureBox("Seal", say("approval.seal"), say("approval.sealed-by"), legal)
    yield SignatureBox("Chair", chair, say("minutes.chaired-by"), session.chair)
    yield SignatureBox("Secretary", keeper, say("minutes.kept-by"), session.secretary)


def _grouped(digest: str) -> str:
    return " ".join(wrap(digest, 8))
