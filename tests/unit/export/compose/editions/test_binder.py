from app.domain.document.anchors import anchors, texts
from app.domain.document.tree import Contents, CrossReference, Heading, SignatureBox
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.documents import MessageTemplate
from app.domain.plan.obligations import Obligation
from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.plan import Record
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.export.compose.editions.binder import binder
from tests.builders import person, rid, role
from tests.unit.export.compose.editions.sources import source_of
from tests.unit.export.compose.judged import written
from tests.unit.export.compose.reading import lines

SECTIONS = tuple(
    written(key)
    for key in (
        "roles",
        "contacts",
        "escalation",
        "classification",
        "playbooks",
        "notification",
        "legal_register",
        "forms_templates",
        "authority",
    )
)
RECORDS: tuple[Record, ...] = (
    *SECTIONS,
    SeverityLevel(rid("s1"), "Severe", 1, meaning="Water stops."),
    person("ada", channels=(Channel(ChannelKind.MOBILE, "+44 7700 900101"),)),
    role("lead", holder=rid("ada"), authority=("Stop the plant.",)),
    Playbook(rid("flood"), "Flood"),
    PlaybookStep(rid("one"), rid("flood"), Phase.CONTAIN, "Close the gate", message=rid("note")),
    Obligation(rid("law"), "Law"),
    MessageTemplate(
        rid("note"), "Note", body="See [scope](section:scope) and [flood](playbook:flood)."
    ),
)


def test_the_chapters_are_counted_in_the_order_of_need():
    made = binder(source_of(*RECORDS))

    titles = [block.text for block in made.body if isinstance(block, Heading) and block.level == 1]
    assert titles == [
        "Incident now? Start here",
        "Classification",
        "Contact directory",
        "Roles",
        "Playbooks",
        "Notification duties",
        "Messages",
        "Approval and signatures",
    ]
    assert not any(isinstance(block, Heading) and block.annex for block in made.body)


def test_responders_see_private_numbers_and_the_note_says_so():
    said = lines(binder(source_of(*RECORDS)).body)

    assert any("+44 7700 900101" in text for text in said)
    assert any(text.startswith("This binder holds private telephone numbers") for text in said)


def test_the_note_on_private_numbers_stands_before_the_contents():
    body = binder(source_of(*RECORDS)).body

    place = next(at for at, block in enumerate(body) if isinstance(block, Contents))
    assert lines(body[place - 1 : place])[0].startswith("This binder holds private")


def test_no_reference_leads_nowhere():
    made = binder(source_of(*RECORDS))

    places = set(anchors(made.body))
    led = {
        item.anchor
        for block in made.body
        for content in texts(block)
        for item in content
        if isinstance(item, CrossReference)
    }
    assert led
    assert led <= places


def test_it_carries_no_data_and_drafts_no_seal():
    draft = binder(source_of(*RECORDS, draft=True))

    assert draft.attachments == ()
    assert draft.watermark == "DRAFT"
    assert not any(isinstance(block, SignatureBox) for block in draft.body)
    assert any(isinstance(block, SignatureBox) for block in binder(source_of(*RECORDS)).body)
