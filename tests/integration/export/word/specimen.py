"""An invented plan with every block, used by the tests of the Word renderer."""

from datetime import UTC, datetime

from app.domain.document.drawing import Anchor, Box, Drawing, Ink, Label, Path
from app.domain.document.inline import LineBreak, Link, Mark, Text, plain
from app.domain.document.tree import (
    Block,
    Callout,
    Cell,
    Column,
    Contents,
    Cover,
    CrossReference,
    Document,
    Facts,
    Figure,
    Form,
    FormField,
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    Metadata,
    OpenPoint,
    PageBreak,
    PageOf,
    Paragraph,
    SignatureBox,
    Table,
    Tone,
    Voice,
)
from tests.builders import WORDING

CREATED = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
METADATA = Metadata(
    title="Incident Response Plan",
    organisation="Harbour & Vale Water",
    document_id="HVW-IRP-001",
    version="3.2",
    status="draft",
    sharing_label="CONFIDENTIAL",
    language="en-GB",
    author="Eleni Papadopoulou",
    subject="Responding to information security incidents",
    keywords=("incident", "response", "plan"),
    created=CREATED,
    content_hash="sha256:" + "ab12" * 16,
    dated=CREATED.date(),
)
COVER = Cover(
    "Harbour & Vale Water",
    "Incident Response Plan",
    "Organisation-wide plan for responding to information security incidents",
    (
        ("Document", "HVW-IRP-001"),
        ("Version", "3.2 · draft"),
        ("Owner", "Eleni Papadopoulou, Head of Compliance"),
        ("Sharing", "CONFIDENTIAL"),
    ),
)
PROSE = (
    "Decisions that bind the organisation, such as paying for external help above the agreed "
    "retainer, disconnecting a customer-facing service or informing the public, are taken by the "
    "roles named in the authority table. In their absence the deputies act with the same authority."
)


def document(*body: Block, watermark: str = "", metadata: Metadata = METADATA) -> Document:
    """A document with the usual cover and the given body."""
    return Document(metadata, COVER, body, watermark, wording=WORDING)


def plan() -> Document:
    """The whole specimen."""
    return document(
        Contents(), *_purpose(), *_roles(), *_severity(), *_annexes(), watermark="DRAFT"
    )


def pages() -> dict[str, int]:
    """Pages the PDF might have found for the specimen."""
    return {"purpose": 3, "aims": 3, "terms": 3, "roles": 4, "authority": 4, "matrix": 7}


def tree() -> Drawing:
    """A small chart."""
    return Drawing(
        360,
        130,
        (
            Box(110, 10, 140, 34, fill=Ink.BRAND, radius=4),
            Label(180, 31, "Incident Commander", ink=Ink.ON_BRAND, anchor=Anchor.MIDDLE),
            Path(((180, 44), (180, 64), (70, 64), (70, 84)), arrow=True),
            Path(((180, 64), (290, 64), (290, 84)), arrow=True),
            Box(10, 84, 120, 34, fill=Ink.BRAND_SOFT, stroke=Ink.RULE, radius=4),
            Label(70, 105, "Technical Lead", anchor=Anchor.MIDDLE),
            Box(230, 84, 120, 34, fill=Ink.BRAND_SOFT, stroke=Ink.RULE, radius=4),
            Label(290, 105, "Legal Counsel", anchor=Anchor.MIDDLE),
        ),
    )


def _cell(*words: str, tone: Tone = Tone.NEUTRAL, strong: bool = False) -> Cell:
    return Cell(tuple(plain(text) for text in words), tone, strong)


def _purpose() -> tuple[Block, ...]:
    steps = ListBlock(
        (
            ListItem(plain("The duty officer acknowledges the alert and opens the record.")),
            ListItem(
                plain("If the severity is SEV-1 or SEV-2:"),
                (
                    ListBlock(
                        (
                            ListItem(plain("page the Incident Commander at once,")),
                            ListItem(plain("start the log.")),
                        ),
                        ordered=True,
                    ),
                    ListBlock((ListItem(plain("Never wait for certainty.")),)),
                ),
            ),
            ListItem(plain("The Incident Commander announces the first operational period.")),
        ),
        ordered=True,
    )
    return (
        Heading(1, "Purpose and scope", "purpose", new_page=True),
        Paragraph(plain("People first, then essential services, then evidence."), Voice.LEAD),
        Paragraph(_rich()),
        Paragraph(plain("Reviewed once a year."), Voice.NOTE),
        Paragraph(plain("Nobody is disadvantaged for a report made in good faith."), Voice.QUOTE),
        Heading(2, "Aims", "aims"),
        ListBlock(
            (
                ListItem(plain("Detect and declare incidents early, with a known severity.")),
                ListItem(
                    plain("Limit harm:"),
                    (ListBlock((ListItem(plain("to people,")), ListItem(plain("to services.")))),),
                ),
                ListItem(plain("Learn from every incident and change this plan.")),
            )
        ),
        Heading(2, "First report", "terms"),
        steps,
        Paragraph(plain("A second list counts from one again:")),
        ListBlock((ListItem(plain("Preserve.")), ListItem(plain("Report."))), ordered=True),
    )


def _rich() -> Inlines:
    return (
        Text("This plan applies to "),
        Text("all business units", frozenset({Mark.BOLD})),
        Text(" and "),
        Text("their suppliers", frozenset({Mark.ITALIC})),
        Text("; see "),
        CrossReference("authority", "Decision authority"),
        Text(" on page "),
        PageOf("authority"),
        Text(" and "),
        Link("https://example.org/csirt?x=1&y=2", plain("the CSIRT page")),
        Text(". Run "),
        Text("collect --all", frozenset({Mark.CODE})),
        Text(", not "),
        Text("reboot", frozenset({Mark.STRIKE})),
        Text("."),
        LineBreak(),
        Text("Retainer: "),
        OpenPoint("not stated yet"),
        Text("."),
    )


def _roles() -> tuple[Block, ...]:
    columns = (Column("Role"), Column("Duties", 2.4), Column("Holder"), Column("Deputy"))
    roles = (
        ("Incident Commander", "Owns the response from declaration to closure.", "J. Müller"),
        ("Technical Lead", "Directs investigation, containment and recovery.", "S. Okonkwo"),
        ("Compliance Officer", "Decides which duties to notify are triggered.", "E. Papadopoulou"),
        ("Legal Counsel", "Advises on privilege, evidence and contracts.", "D. Kowalczyk"),
    )
    rows = tuple(
        (_cell(role), _cell(duty, PROSE[:120]), _cell(holder), _cell("on rota"))
        for role, duty, holder in roles
    )
    return (
        Heading(1, "Roles and responsibilities", "roles", new_page=True),
        Paragraph(plain(PROSE)),
        Table("Roles, duties and deputies", columns, rows * 3, "roles-table", row_heads=True),
        Heading(2, "Decision authority", "authority"),
        Table(
            "Decision authority",
            (Column("Decision", 2), Column("Commander"), Column("Board")),
            (
                (_cell("Declare or close an incident"), _cell("Decides"), _cell("Informed")),
                (_cell("Spend externally"), _cell("Up to €25,000"), Cell()),
            ),
            "authority-table",
        ),
        Facts(
            (
                ("Hotline", plain("+44 20 7946 0000")),
                ("Mailbox", (Link("mailto:csirt@example.org", plain("csirt@example.org")),)),
                ("Bridge", (OpenPoint("not stated yet"),)),
            )
        ),
        Callout(
            "Before you disconnect anything",
            (
                Paragraph(plain("Ask the Technical Lead which evidence is lost.")),
                ListBlock((ListItem(plain("memory,")), ListItem(plain("open connections.")))),
            ),
            Tone.WARN,
        ),
        Callout("Worst case", (Paragraph(plain("People may be harmed.")),), Tone.SEVERITY_1),
        Heading(3, "Who informs whom", "informs"),
        Figure(
            "Communication tree",
            "The Incident Commander informs the Technical Lead and Legal Counsel.",
            tree(),
            "tree",
        ),
    )


def _severity() -> tuple[Block, ...]:
    tones = (Tone.SEVERITY_1, Tone.SEVERITY_2, Tone.SEVERITY_3, Tone.SEVERITY_4)
    rows = tuple(
        (_cell(f"SEV-{rank}", tone=tone, strong=True), _cell(f"{rank * 15} minutes"))
        for rank, tone in enumerate(tones, start=1)
    )
    activities = ("Declare", "Contain", "Preserve evidence", "Notify authority", "Recover")
    matrix = tuple(
        (_cell(activity), *(_cell("RACI"[(row + place) % 4]) for place in range(8)))
        for row, activity in enumerate(activities)
    )
    heads = ("Activity", "IC", "TL", "CO", "CL", "LC", "DPO", "Scribe", "Sponsor")
    return (
        Heading(1, "Severity", "severity", new_page=True),
        Table("Severity and time to acknowledge", (Column("Severity"), Column("Time")), rows),
        Heading(2, "Responsibility matrix", "matrix"),
        Paragraph(plain("R responsible, A accountable, C consulted, I informed.")),
        Table(
            "Responsibility matrix",
            (Column(heads[0], 2), *(Column(head) for head in heads[1:])),
            matrix,
            "raci",
            row_heads=True,
            wide=True,
        ),
        Heading(2, "After the matrix", "after"),
        Paragraph((CrossReference("tree", "Figure 1"), Text(" shows who informs whom."))),
    )


def _annexes() -> tuple[Block, ...]:
    return (
        Heading(1, "Annex A: Chain of custody", "annex-a", numbered=False, new_page=True),
        Form(
            "Chain of custody",
            (
                FormField("Item", "What it is and its serial number"),
                FormField("Collected by"),
                FormField("Remarks", lines=4),
            ),
        ),
        Heading(1, "Approval", "approval", numbered=False, in_contents=False),
        SignatureBox("approver", "Chief Executive", "approved", "Ada Lindqvist"),
        SignatureBox("author", "Head of Compliance", "authored"),
        PageBreak(),
        Paragraph(plain("End of the plan.")),
    )
