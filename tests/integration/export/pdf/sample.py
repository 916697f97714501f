"""A plan of an invented water company, with every kind of block.

`python -m tests.integration.export.pdf.sample FILE` renders it.
"""

import sys
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from app.domain.document.drawing import Ink
from app.domain.document.inline import LineBreak, Link, Mark, Text, plain
from app.domain.document.tree import (
    Attachment,
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
from app.export.figures.communication_tree import TreeFigure, TreeNode, communication_tree
from app.export.figures.matrix import MatrixCellFigure, MatrixFigure, matrix
from tests.builders import WORDING

CREATED = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
SEVERITIES = ("SEV-1 Critical", "SEV-2 High", "SEV-3 Medium", "SEV-4 Low")
TONES = (Tone.SEVERITY_1, Tone.SEVERITY_2, Tone.SEVERITY_3, Tone.SEVERITY_4)
FILLS = (Ink.SEVERITY_1, Ink.SEVERITY_2, Ink.SEVERITY_3, Ink.SEVERITY_4)
ONS = (Ink.ON_SEVERITY_1, Ink.ON_SEVERITY_2, Ink.ON_SEVERITY_3, Ink.ON_SEVERITY_4)

METADATA = Metadata(
    title="Incident Response Plan",
    organisation="Halden Valley Water",
    document_id="HVW-IRP-001",
    version="3.2",
    status="approved",
    sharing_label="TLP:AMBER+STRICT",
    language="en-GB",
    author="Eleni Papadopoulou",
    subject="How Halden Valley Water responds to information security incidents",
    keywords=("incident response", "NIST SP 800-61r3", "NIS 2"),
    created=CREATED,
    content_hash="9f2c1c5d0d4be0c7a4b8e7f10b6f4a5a3f0f6c2a8d4d0b1e7c9a2f3b4c5d6e7f",
    dated=CREATED.date(),
)

COVER = Cover(
    "Halden Valley Water",
    "Incident Response Plan",
    "Organisation-wide plan for responding to information security incidents",
    (
        ("Document", "HVW-IRP-001"),
        ("Version", "3.2 · Approved"),
        ("Date", "2026-11-20"),
        ("Next review", "2027-11-20"),
        ("Owner", "Eleni Papadopoulou, Head of Compliance"),
        ("Sharing", "TLP:AMBER+STRICT"),
    ),
)

INTENT = (
    "The response organisation exists to protect people first, then the continuity of essential "
    "services, then the evidence that lets us learn and, where warranted, prosecute. Where two of "
    "these aims conflict, the Incident Commander decides and the Scribe records the reasons."
)
DECISIONS = (
    "Decisions that bind the organisation, such as paying for external help above the agreed "
    "retainer, disconnecting a customer-facing service or informing the public, are taken by the "
    "roles named in the authority table. In their absence the deputies act with the same "
    "authority; there is no third tier, so that responsibility cannot evaporate."
)
FACTS = (
    "Severity is assigned on facts that are known, not on fears about what might be discovered "
    "later. It is raised as soon as one criterion of the higher class is met and lowered only by "
    "the Incident Commander, who records which criterion no longer holds."
)
PLAYBOOKS = (
    "Ransomware",
    "Business e-mail compromise",
    "Personal data breach",
    "Insider misuse",
    "Denial of service",
    "Supplier compromise",
    "Control-room intrusion",
)
PHASES = (
    (
        "Identify and declare",
        (
            ("Confirm the alert with a second, independent source before declaring.", "15 min"),
            ("Open the incident record and note the first known time of compromise.", "15 min"),
            ("Assign the severity from the matrix and page the roles it requires.", "30 min"),
            ("Start the decision log; from here on every decision has a name and time.", "30 min"),
        ),
    ),
    (
        "Contain",
        (
            ("Isolate affected hosts at the switch or hypervisor, leaving them powered.", "1 h"),
            ("Suspend the accounts and revoke the tokens the attacker is known to hold.", "1 h"),
            ("Block the indicators at the perimeter and in the endpoint platform.", "2 h"),
        ),
    ),
    (
        "Preserve evidence",
        (
            ("Capture memory before any restart and hash every image with SHA-256.", "4 h"),
            ("Export the relevant logs to the write-once evidence store.", "8 h"),
        ),
    ),
    (
        "Eradicate, recover, learn",
        (
            ("Remove every persistence mechanism found and rebuild from known good.", "48 h"),
            ("Restore data in the order of the business impact analysis.", "72 h"),
            ("Return services to users under heightened monitoring for 14 days.", "14 d"),
            ("Hold the review within ten working days and record each lesson.", "10 d"),
        ),
    ),
)


def document(watermark: str = "", body: tuple[Block, ...] | None = None) -> Document:
    """The whole plan, or one of the same looks with another body."""
    attachment = Attachment(
        "plan.json", "application/json", b'{"plan": "HVW-IRP-001"}', "The plan as data"
    )
    blocks = tuple(_body()) if body is None else body
    return Document(METADATA, COVER, blocks, watermark, (attachment,), wording=WORDING)


def text(content: str, voice: Voice = Voice.BODY) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(plain(content), voice)


def cell(content: str, tone: Tone = Tone.NEUTRAL, strong: bool = False) -> Cell:
    """A cell of one plain paragraph."""
    return Cell((plain(content),), tone, strong)


def rows(*lines: tuple[str, ...]) -> tuple[tuple[Cell, ...], ...]:
    """Rows of plain cells."""
    return tuple(tuple(cell(value) for value in line) for line in lines)


def _body():
    parts = (_control, _purpose, _roles, _severity, _detection, _playbooks, _duties, _appendices)
    return chain.from_iterable(part() for part in parts)


def _control():
    yield Contents()
    yield Heading(1, "Document control", "control", numbered=False, new_page=True)
    yield Facts(
        (
            ("Document", plain("HVW-IRP-001, version 3.2")),
            ("Owner", plain("Eleni Papadopoulou, Head of Compliance")),
            ("Approved by", (OpenPoint("Name the approver of version 3.2"),)),
            ("Fingerprint", (Text(METADATA.content_hash, frozenset({Mark.CODE})),)),
            (
                "Distribution",
                plain("Response roles, board, duty officers; printed copy in the vault"),
            ),
        )
    )
    yield Table(
        "Revisions",
        (Column("Version", 0.6), Column("Date", 0.8), Column("Author", 1), Column("Change", 2.6)),
        rows(
            ("3.0", "2025-10-02", "S. Okonkwo", "Rewritten around the NIST CSF 2.0 functions."),
            ("3.1", "2026-03-14", "E. Papadopoulou", "Control-room playbook, new retainer."),
            ("3.2", "2026-11-20", "E. Papadopoulou", "Deadlines of the NIS 2 directive."),
        ),
        "revisions",
    )


def _purpose():
    yield Heading(1, "Purpose and scope", "purpose", new_page=True)
    yield text(
        "This plan tells the people of Halden Valley Water who does what, by when, and on whose "
        "word, once something threatens our systems, our customers' data or the supply itself.",
        Voice.LEAD,
    )
    yield text(INTENT)
    yield Paragraph(
        (
            Text(
                "This plan applies to all business units, including the operational technology "
                "of the pumping stations in "
            ),
            Text("Müllheim, Plovdiv (Пловдив) und Łódź", frozenset({Mark.ITALIC})),
            Text(", and to suppliers that process our information. It implements "),
            Link(
                "https://eur-lex.europa.eu/eli/dir/2022/2555/oj", plain("Directive (EU) 2022/2555")
            ),
            Text(" and "),
            Text("ISO/IEC 27035-1:2023", frozenset({Mark.BOLD})),
            Text(". See also "),
            CrossReference("severity", "Severity and escalation"),
            Text(" on page "),
            PageOf("severity"),
            Text("; commands are set as "),
            Text("irplan verify plan.pdf", frozenset({Mark.CODE})),
            Text(" and withdrawn words as "),
            Text("obsolete", frozenset({Mark.STRIKE})),
            Text("."),
        )
    )
    yield Heading(2, "Objectives", "objectives")
    yield ListBlock(
        (
            ListItem(plain("Detect and declare incidents early, with a severity everybody knows.")),
            ListItem(
                plain("Limit harm to people, to essential services and to entrusted data:"),
                (
                    ListBlock(
                        (
                            ListItem(plain("drinking water before waste water,")),
                            ListItem(
                                plain("supply before billing,"),
                                (
                                    ListBlock(
                                        (ListItem(plain("and billing before the web shop.")),)
                                    ),
                                ),
                            ),
                        ),
                        ordered=True,
                    ),
                ),
            ),
            ListItem(plain("Preserve evidence so that findings stand up in an audit or in court.")),
            ListItem(plain("Learn from every incident and carry the lessons into the next plan.")),
        )
    )
    yield Callout(
        "When in doubt, declare",
        (
            text(
                "Nobody is disadvantaged for a report made in good faith that turns out to be a "
                "false alarm. A declared incident can be closed within minutes; an undeclared one "
                "cannot be found again."
            ),
            ListBlock(
                (
                    ListItem(plain("Duty officer: +44 20 7946 0101")),
                    ListItem(plain("Out-of-band chat: the red phones")),
                )
            ),
        ),
    )
    yield Heading(2, "Audience and use", "audience")
    yield text(DECISIONS)
    yield text(
        "We do not rise to the level of our expectations, we fall to the level of our "
        "training; therefore this plan is exercised twice a year.",
        Voice.QUOTE,
    )
    yield text("Words in this plan follow ISO/IEC 27035-1:2023, clause 3.", Voice.NOTE)
    yield Heading(3, "Terms", "terms")
    yield Table(
        "Terms used in this plan",
        (Column("Term", 1), Column("Meaning", 3)),
        rows(
            ("Event", "An observable occurrence in a system or network."),
            (
                "Incident",
                "An event that compromises, or is likely to compromise, "
                "confidentiality, integrity or availability.",
            ),
            (
                "Awareness",
                "The moment a role named in this plan has reasonable certainty that an "
                "incident has occurred; statutory clocks start here.",
            ),
            ("Indicator", "An artefact that, with high confidence, shows an intrusion."),
        ),
        row_heads=True,
    )


def _roles():
    yield Heading(1, "Roles and responsibilities", "roles", new_page=True)
    yield text(DECISIONS)
    yield Table(
        "Roles, duties and deputies",
        (Column("Role", 1.2), Column("Duties", 2.4), Column("Holder", 1), Column("Deputy", 1)),
        rows(
            (
                "Incident Commander",
                "Owns the response from declaration to closure, sets the "
                "objectives for each operational period and is the only person who may downgrade "
                "severity.",
                "J. Müller",
                "Л. Иванова",
            ),
            (
                "Technical Lead",
                "Directs investigation, containment, eradication and recovery; "
                "keeps the technical timeline current.",
                "S. Okonkwo",
                "R. Lindqvist",
            ),
            (
                "Compliance Officer",
                "Decides which notification duties are triggered and tracks "
                "every statutory deadline to the minute.",
                "Λ. Παπαδοπούλου",
                "T. Nguyễn",
            ),
            (
                "Communications Lead",
                "Prepares internal and external statements, monitors media.",
                "M. Ferreira",
                "L. Ó Briain",
            ),
            (
                "Legal Counsel",
                "Advises on privilege, evidence, contracts and law enforcement.",
                "D. Kowalczyk",
                "H. Šimek",
            ),
            (
                "Scribe",
                "Keeps the decision log in real time and closes it with the commander.",
                "on rota",
                "on rota",
            ),
        ),
        "role-table",
        row_heads=True,
    )
    yield Heading(2, "Authority", "authority")
    yield text(FACTS)
    yield Table(
        "Decision authority",
        (
            Column("Decision", 1.6),
            Column("Incident Commander"),
            Column("Executive"),
            Column("Board"),
        ),
        rows(
            ("Declare or close an incident", "Decides", "Informed", "—"),
            ("Disconnect a public service", "Up to 4 hours", "Decides beyond", "Informed"),
            ("External spending", "Up to €25,000", "Up to €250,000", "Above €250,000"),
            ("Payment to an extortionist", "Never", "Never", "Decides with counsel"),
        ),
    )
    yield Heading(2, "Communication tree", "tree")
    yield text(
        "Information flows along the lines shown in the figure. Each person informs those "
        "below; who cannot be reached within ten minutes is skipped and the fact logged."
    )
    yield Figure(
        "Communication tree for SEV-1 and SEV-2 incidents",
        "The duty officer calls the incident commander, who calls three leads; each lead informs "
        "two or three people.",
        _tree(),
        "tree-figure",
    )


def _severity():
    yield Heading(1, "Severity and escalation", "severity", new_page=True)
    yield text(FACTS)
    yield Figure(
        "Severity matrix: impact against urgency",
        "A matrix of five impact and four urgency classes, critical at the upper left.",
        _matrix(),
        "matrix-figure",
    )
    yield Table(
        "Severity criteria and response times",
        (
            Column("Severity", 1.1),
            Column("Criteria (any one suffices)", 3),
            Column("Acknowledge"),
            Column("Update every"),
        ),
        tuple(
            (cell(name, tone), cell(criteria), cell(acknowledge), cell(update))
            for name, tone, criteria, acknowledge, update in zip(
                SEVERITIES,
                TONES,
                (
                    "Danger to life, loss of an essential service for more than 30 minutes, "
                    "intrusion into operational technology.",
                    "Loss of a business service for more than four hours, compromise of a "
                    "privileged account.",
                    "Degraded service with a workaround, malware contained on one device.",
                    "Policy violation or attempted attack without effect.",
                ),
                ("15 minutes", "30 minutes", "4 hours", "1 working day"),
                ("1 hour", "4 hours", "24 hours", "Weekly"),
                strict=True,
            )
        ),
        "criteria",
    )
    yield Heading(2, "Escalation rules", "escalation")
    yield ListBlock(
        tuple(
            ListItem(plain(line))
            for line in (
                "The duty officer acknowledges the alert and opens the record.",
                "If the severity is SEV-1 or SEV-2, the duty officer pages the Incident Commander "
                "at once.",
                "If the page is not acknowledged within ten minutes, the deputy is paged; after a "
                "further ten minutes, the Executive Sponsor.",
                "The Incident Commander announces the first operational period.",
            )
        ),
        ordered=True,
    )
    yield Callout(
        "Do not switch anything off",
        (text("Power holds the evidence in memory. Disconnect the network, leave the power on."),),
        Tone.BAD,
    )


def _detection():
    yield Heading(1, "Detection and reporting", "detection", new_page=True)
    yield text(INTENT)
    yield Table(
        "Detection sources and owners",
        (Column("Source", 1.2), Column("What it shows", 2.2), Column("Owner"), Column("Retention")),
        rows(
            (
                "Endpoint platform",
                "Process, file and network behaviour on clients and servers",
                "Security operations",
                "180 days",
            ),
            ("Identity provider", "Sign-ins, role events, token use", "Identity team", "365 days"),
            (
                "OT monitoring",
                "Protocol anomalies, engineering workstation changes",
                "Grid operations",
                "730 days",
            ),
        ),
    )
    yield Heading(2, "Decision log", "log")
    yield text("Sample entries of a tabletop exercise show the expected depth.")
    yield Table(
        "Decision log, worked example",
        (Column("Time (UTC)", 0.8), Column("Decision", 1.6), Column("Basis", 1.8), Column("By")),
        rows(
            *(
                (f"{8 + n // 4:02d}:{15 * (n % 4):02d}", what, why, who)
                for n, (what, why, who) in enumerate(
                    (
                        (
                            "Declare SEV-2",
                            "Two privileged accounts used from unknown network",
                            "J. Müller",
                        ),
                        (
                            "Suspend both accounts",
                            "Tokens still valid, no service depends on them",
                            "S. Okonkwo",
                        ),
                        ("Isolate file server FS-07", "Mass renaming observed", "S. Okonkwo"),
                        ("Raise to SEV-1", "Ransom note found on file share", "J. Müller"),
                        ("Early warning sent", "24-hour duty under NIS 2", "E. Papadopoulou"),
                        ("Hold public statement", "Facts not yet confirmed", "M. Ferreira"),
                    )
                    * 5
                )
            )
        ),
    )
    yield Heading(2, "Log of the last exercise", "wide-log")
    yield Table(
        "Exercise log with all columns",
        tuple(
            Column(title)
            for title in (
                "Time",
                "Inject",
                "Expected action",
                "Observed action",
                "Gap",
                "Owner",
                "Due",
                "State",
            )
        ),
        tuple(
            (
                cell(f"10:{5 * n:02d}"),
                cell("Alert from the endpoint platform on three hosts"),
                cell("Isolate hosts, page the commander"),
                cell("Hosts isolated after 22 minutes"),
                cell("No rota at weekends"),
                cell("S. Okonkwo"),
                cell("2027-01-31"),
                cell("open" if n % 3 else "done", Tone.WARN if n % 3 else Tone.GOOD),
            )
            for n in range(12)
        ),
        "wide-table",
        wide=True,
    )


def _playbooks():
    yield Heading(1, "Playbooks", "playbooks", new_page=True)
    yield text("Each playbook follows the same phases. Times are counted from declaration.")
    for number, name in enumerate(PLAYBOOKS):
        yield Heading(2, name, f"playbook/{number} ü#%&")
        yield text(FACTS)
        for phase, steps in PHASES:
            yield Heading(3, phase, f"playbook {number} {phase}")
            yield Table(
                f"{name}: {phase.lower()}",
                (
                    Column("Step", 0.4),
                    Column("Action", 3),
                    Column("Responsible", 1.1),
                    Column("Limit", 0.6),
                ),
                rows(
                    *(
                        (str(n), what, "Technical Lead", limit)
                        for n, (what, limit) in enumerate(steps, 1)
                    )
                ),
            )


def _duties():
    yield Heading(1, "Notification duties", "duties", new_page=True)
    yield text(DECISIONS)
    yield Table(
        "Who must be told, and by when",
        (Column("Duty", 1.3), Column("Recipient"), Column("Deadline"), Column("Content", 2)),
        rows(
            (
                "NIS 2, Article 23(4)(a)",
                "National CSIRT",
                "24 hours after awareness",
                "Early warning: suspected cause, cross-border impact",
            ),
            (
                "NIS 2, Article 23(4)(b)",
                "National CSIRT",
                "72 hours after awareness",
                "Notification: severity, impact, indicators",
            ),
            (
                "GDPR, Article 33",
                "Supervisory authority",
                "72 hours after awareness",
                "Nature, categories and number of persons, consequences, measures",
            ),
        ),
    )
    yield Callout(
        "Not yet stated",
        (
            Paragraph(
                (
                    Text("The organisation has not yet named its "),
                    OpenPoint("competent CSIRT"),
                    Text(" nor a "),
                    OpenPoint("contact for cross-border cases"),
                    Text("."),
                )
            ),
        ),
        Tone.WARN,
    )


def _appendices():
    yield Heading(1, "Appendix A: Forms", "forms", numbered=False, new_page=True)
    yield Form(
        "Chain of custody",
        (
            FormField("Incident number"),
            FormField("Item", "Make, model, serial number", 2),
            FormField("Collected by", "Name, role"),
            FormField("Date and time", "UTC, 24-hour clock"),
            FormField("Condition and remarks", "Seals, damage, power state", 5),
            FormField("Handed to", "Name, signature", 2),
        ),
    )
    yield Form("First report", (FormField("Reported by"), FormField("What was observed", "", 8)))
    yield PageBreak()
    yield Heading(1, "Approval and signatures", "signatures", numbered=False)
    yield Paragraph(
        (
            Text(
                "The persons named below confirm that they have authored, reviewed or "
                "approved this version."
            ),
            LineBreak(),
            Text("Every field stays open until it is signed."),
        )
    )
    for name, label, meaning, signer in (
        (
            "Seal",
            "Organisation",
            "Sealed: issued unchanged by the organisation",
            "Halden Valley Water",
        ),
        ("Author", "Author", "Authored", "Eleni Papadopoulou"),
        ("Reviewer", "Reviewer", "Reviewed", "Samuel Okonkwo"),
        ("Approver", "Approver", "Approved for use", ""),
    ):
        yield SignatureBox(name, label, meaning, signer)


def _tree():
    people = (
        ("a", None, "Jonas Müller", "Incident Commander", "", Ink.BRAND),
        ("b", "a", "Samuel Okonkwo", "Technical Lead", "phone, 5 min", Ink.SEVERITY_1),
        ("c", "a", "Eleni Papadopoulou", "Compliance Officer", "phone, 15 min", Ink.SEVERITY_2),
        ("d", "a", "Marta Ferreira", "Communications Lead", "phone, 15 min", Ink.SEVERITY_3),
        ("e", "b", "Mei Chen", "Forensics", "chat", Ink.NONE),
        ("f", "b", "Luis Ortega", "Network on-call", "pager", Ink.NONE),
        ("g", "c", "National CSIRT", "24-hour desk", "portal", Ink.NONE),
        ("h", "c", "Danuta Kowalczyk", "Legal Counsel", "phone", Ink.NONE),
        ("i", "d", "Press office", "Statements and media", "e-mail", Ink.NONE),
        ("j", "d", "Service desk", "Notice to all staff", "SMS gateway", Ink.NONE),
        ("k", "d", "Grace Adu", "Board secretary", "phone", Ink.NONE),
    )
    return communication_tree(
        TreeFigure(
            tuple(
                TreeNode(key, parent, name, (role, "+44 20 7946 0101"), channel, tone)
                for key, parent, name, role, channel, tone in people
            )
        )
    )


def _matrix():
    impacts = ("Extensive", "Major", "Moderate", "Minor", "Negligible")
    urgencies = ("Immediate", "Hours", "Days", "Weeks")
    cells = tuple(
        tuple(
            MatrixCellFigure(SEVERITIES[level], FILLS[level], ONS[level])
            for level in (min(3, (row + column) // 2) for column in range(len(urgencies)))
        )
        for row in range(len(impacts))
    )
    return matrix(MatrixFigure(impacts, urgencies, cells, "Impact ↓", "Urgency →"))


if __name__ == "__main__":
    from app.export.pdf.render import render

    Path(sys.argv[1]).write_bytes(render(document()).data)
