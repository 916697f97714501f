"""The sheet by which a certificate is compared: whose it is, and its fingerprint, on one page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from app.domain.document.inline import LineBreak, Mark, Text, plain
from app.domain.document.labels import Labels
from app.domain.document.tree import (
    Block,
    Callout,
    Cover,
    Document,
    Facts,
    Form,
    FormField,
    Heading,
    ListBlock,
    ListItem,
    Metadata,
    Paragraph,
    Tone,
    Voice,
)
from app.export.compose.wording import wording
from app.services.signing import CertificateFacts

GROUP: Final = 4
"""Pairs read in one breath."""
GROUPS: Final = 2
"""Groups on a line."""
LENGTHS: Final = (110, 60, 30, 10)
"""To how many characters texts of the certificate are cut until the sheet is one page."""
LONGEST_NAME: Final = 40
"""The same of a name inside a sentence."""
GAP: Final = " \N{MIDDLE DOT} "

_COMMAND: Final = "openssl x509 -in {file} -noout -fingerprint -sha256"


def fingerprint_sheet(
    facts: CertificateFacts,
    file: str,
    labels: Labels,
    when: datetime,
    longest: int = LENGTHS[0],
) -> Document:
    """The sheet of a certificate kept in the file called `file`; `when` is UTC.

    Its words are said by `labels`; what the certificate says is printed as it is, only shortened
    to `longest` characters.
    """
    title = labels("sheet.title")
    said = _shortened(facts, longest)
    organisation = said.organisation or said.name
    metadata = Metadata(
        title=labels("sheet.title-of", name=said.name),
        organisation=organisation,
        document_id="",
        version="",
        status="",
        sharing_label="",
        language=labels.language,
        author=said.name,
        subject=facts.fingerprint,
        keywords=(title,),
        created=when,
        content_hash="",
        dated=when.date(),
    )
    cover = Cover(organisation, title, said.name, (), compact=True)
    body = (
        Paragraph(plain(labels("sheet.purpose"))),
        *_fingerprint(facts, labels),
        *_holder(said, labels),
        *_comparing(said.name, shortened(file, min(longest, LONGEST_NAME)), labels),
        _standing(facts, labels),
        _record(labels),
    )
    return Document(metadata, cover, body, wording=wording(labels, title))


def shortened(text: str, longest: int) -> str:
    """`text` on one line, cut where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def lines(fingerprint: str) -> tuple[str, ...]:
    """A fingerprint such as `AB:CD:…` as it is read aloud: groups of pairs, two groups a line."""
    pairs = fingerprint.split(":")
    groups = [":".join(pairs[at : at + GROUP]) for at in range(0, len(pairs), GROUP)]
    return tuple(GAP.join(groups[at : at + GROUPS]) for at in range(0, len(groups), GROUPS))


def _shortened(facts: CertificateFacts, longest: int) -> CertificateFacts:
    def cut(text: str) -> str:
        return shortened(text, longest)

    return replace(
        facts,
        name=cut(facts.name),
        email=cut(facts.email),
        organisation=cut(facts.organisation),
        subject=cut(facts.subject),
        issuer=cut(facts.issuer),
        serial=cut(facts.serial),
    )


def _holder(facts: CertificateFacts, labels: Labels) -> Iterator[Block]:
    issuer = labels("sheet.itself") if facts.self_signed else facts.issuer
    rows = (
        ("sheet.name", facts.name),
        ("sheet.email", facts.email),
        ("sheet.organisation", facts.organisation),
        ("sheet.subject", facts.subject),
        ("sheet.issuer", issuer),
        ("sheet.serial", facts.serial),
        ("sheet.valid-from", _moment(facts.valid_from, labels)),
        ("sheet.valid-until", _moment(facts.valid_until, labels)),
    )
    yield _heading(labels("sheet.holder"), "holder")
    yield Facts(tuple((labels(key), plain(text)) for key, text in rows if text.strip()))


def _fingerprint(facts: CertificateFacts, labels: Labels) -> Iterator[Block]:
    shown: list[Text | LineBreak] = []
    for line in lines(facts.fingerprint):
        shown += [LineBreak()] if shown else []
        shown += plain(line, Mark.BOLD)
    yield _heading(labels("sheet.fingerprint"), "fingerprint")
    yield Paragraph(tuple(shown), Voice.LEAD)


def _comparing(holder: str, file: str, labels: Labels) -> Iterator[Block]:
    name = shortened(holder, LONGEST_NAME)
    yield _heading(labels("sheet.comparing"), "comparing")
    yield ListBlock(
        (
            ListItem(plain(labels("sheet.call", name=name))),
            ListItem(
                (
                    *plain(labels("sheet.show")),
                    LineBreak(),
                    *plain(_COMMAND.format(file=file), Mark.CODE),
                )
            ),
            ListItem(plain(labels("sheet.read"))),
            ListItem(plain(labels("sheet.differs", name=name))),
        ),
        ordered=True,
    )


def _standing(facts: CertificateFacts, labels: Labels) -> Callout:
    """What ties the certificate to its holder."""
    if facts.self_signed:
        told = Paragraph(plain(labels("sheet.alone")))
        return Callout(labels("sheet.self-signed"), (told,), Tone.WARN)
    told = Paragraph(plain(labels("sheet.vouched")))
    return Callout(labels("sheet.issued"), (told,), Tone.NEUTRAL)


def _record(labels: Labels) -> Form:
    keys = ("sheet.compared-by", "sheet.compared-on", "sheet.compared-how")
    return Form(labels("sheet.record"), tuple(FormField(labels(key)) for key in keys))


def _heading(text: str, part: str) -> Heading:
    return Heading(2, text, f"sheet:{part}", numbered=False)


def _moment(when: datetime, labels: Labels) -> str:
    return labels("date.moment", date=labels.date(when.date()), time=f"{when:%H:%M}")
