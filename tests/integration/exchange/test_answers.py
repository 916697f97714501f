"""Answers files: what is read, and what is refused with its place."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.interview.drafting import SectionWords, Unknown
from app.domain.interview.questions import AnswerKind, Option
from app.domain.interview.template import StartingRecord
from app.domain.plan.assurance import Attestation, EvidenceRecord, Exclusion
from app.domain.plan.classification import MatrixCell
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import AcceptedFinding
from app.domain.plan.obligations import NotificationDecision
from app.domain.plan.people import Channel, ChannelKind, Person
from app.domain.plan.plan import Kind
from app.domain.plan.roles import Role
from app.domain.plan.trees import NodeTarget, TreeNode
from app.exchange.answers import (
    LARGEST_FILE,
    STATED_KINDS,
    AnswersInvalid,
    AnswersUnreadable,
    read_answers,
    written_for,
)
from tests.builders import question, rid, role, section, template

OPTIONS = (Option("red", "Red"), Option("green", "Green"))
TEMPLATE = template(
    section(
        "purpose",
        questions=(
            question("q.text"),
            question("q.long", AnswerKind.LONG_TEXT),
            question("q.choice", AnswerKind.CHOICE, options=OPTIONS),
            question("q.choices", AnswerKind.CHOICES, options=OPTIONS),
            question("q.flag", AnswerKind.YES_NO),
            question("q.number", AnswerKind.NUMBER),
            question("q.span", AnswerKind.DURATION),
            question("q.day", AnswerKind.DATE),
            question("q.list", AnswerKind.LIST),
            question("profile.legal_name"),
        ),
    ),
    section("scope"),
)
EVERY_KIND = """
[answers]
q.text = "words"
q.long = '''
two
lines'''
q.choice = "red"
q.choices = ["green", "red"]
q.flag = true
q.number = 3
q.span = "4 hours"
q.day = 2026-11-30
q.list = ["one", "two"]
"""


@pytest.fixture
def read(tmp_path):
    def reading(content, name="answers.toml"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_answers(path, TEMPLATE)

    return reading


@pytest.fixture
def problems(read):
    def finding(content):
        with pytest.raises(AnswersInvalid) as caught:
            read(content)
        assert caught.value.code == "answers.invalid"
        assert all(problem in caught.value.message for problem in caught.value.problems)
        return list(caught.value.problems)

    return finding


def test_every_kind_of_answer_is_read(read):
    assert read(EVERY_KIND).answers == {
        "q.text": "words",
        "q.long": "two\nlines",
        "q.choice": "red",
        "q.choices": ("green", "red"),
        "q.flag": True,
        "q.number": 3,
        "q.span": Duration(4, TimeUnit.HOURS),
        "q.day": date(2026, 11, 30),
        "q.list": ("one", "two"),
    }


def test_an_empty_file_states_nothing(read):
    sheet = read("")

    assert (sheet.answers, sheet.records, sheet.sections) == ({}, (), {})


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(read):
    assert read(b'\xef\xbb\xbf[answers]\r\nq.text = "x"\r\n').answers == {"q.text": "x"}


def test_tables_and_dotted_names_are_one(read):
    assert read('[answers.q]\ntext = "x"').answers == {"q.text": "x"}


def test_hostile_text_is_read_as_it_is(read):
    hostile = "<b>Approved</b> {{7*7}} =cmd|' </w:t> 🚑 مرحبا e\u0301 '; DROP TABLE"

    assert read(f'[answers]\nq.text = "{hostile}"').answers == {"q.text": hostile}


def test_records_are_read_with_ids_made_from_their_names(read):
    sheet = read(
        """
        [[people]]
        name = "Anna Keller"
        channels = [{ kind = "mobile", address = "+44 1", out_of_band = true }]
        verified_on = 2026-11-01
        [[people]]
        name = "Anna Keller"
        [[roles]]
        id = "lead"
        name = "Lead"
        holder = "anna-keller"
        [[matrix]]
        impact = "high"
        urgency = "now"
        severity = "s1"
        [[tree_nodes]]
        id = "root"
        tree = "t"
        target = "group"
        name = "All"
        """
    )

    assert sheet.records == (
        Person(
            rid("anna-keller"),
            "Anna Keller",
            channels=(Channel(ChannelKind.MOBILE, "+44 1", out_of_band=True),),
            verified_on=date(2026, 11, 1),
        ),
        Person(rid("anna-keller-2"), "Anna Keller"),
        Role(rid("lead"), "Lead", holder=rid("anna-keller")),
        TreeNode(rid("root"), rid("t"), None, NodeTarget.GROUP, name="All"),
        MatrixCell(rid("high.now"), rid("high"), rid("now"), rid("s1")),
    )


def test_a_finding_is_accepted_by_its_key(read):
    sheet = read(
        """
        [[accepted]]
        id = "contacts.unverified/people/anna/verified_on"
        reason = "New here."
        by = "Jo"
        on = 2026-11-01
        """
    )

    assert sheet.records == (
        AcceptedFinding(
            rid("contacts.unverified/people/anna/verified_on"),
            "New here.",
            "Jo",
            date(2026, 11, 1),
        ),
    )


def test_what_is_said_of_requirements_and_decided_on_duties_is_read(read):
    sheet = read(
        """
        [[attestations]]
        id = "nist-sp-800-53r5-ir/ir-08"
        by = "Jo"
        note = "Read it."
        on = 2026-11-01
        [[exclusions]]
        id = "pci-dss-4-0-1/12.8.5/12.9"
        reason = "No cards."
        [[evidence]]
        what = "Minutes of June"
        requirements = ["nist-csf-2-0/gv.ov", "iso-iec-27001-2022/9.3.3"]
        [[decisions]]
        obligation = "gdpr"
        incident = "INC-7"
        notify = false
        at = 2026-11-20T16:40:00Z
        [[decisions]]
        obligation = "insurer"
        incident = "INC-7"
        """
    )

    assert set(sheet.records) == {
        Attestation(rid("nist-sp-800-53r5-ir/IR-8"), "Jo", "Read it.", date(2026, 11, 1)),
        Exclusion(rid("pci-dss-4-0-1/12.8.5/12.9"), "No cards."),
        EvidenceRecord(
            rid("minutes-of-june"),
            "Minutes of June",
            requirements=(rid("nist-csf-2-0/GV.OV"), rid("iso-iec-27001-2022/9.3.3")),
        ),
        NotificationDecision(
            rid("inc-7"),
            rid("gdpr"),
            "INC-7",
            notify=False,
            at=datetime(2026, 11, 20, 16, 40, tzinfo=UTC),
        ),
        NotificationDecision(rid("inc-7-2"), rid("insurer"), "INC-7"),
    }


def test_an_empty_list_says_that_there_are_none(read):
    assert read("people = []").empty == {Kind.PERSON}
    assert read("").empty == frozenset()


def test_words_for_a_section_are_read(read):
    sheet = read('[sections.scope]\ntext = "Mine."\nadd = "More."\nowner = "Jo"')

    assert sheet.sections == {"scope": SectionWords("Mine.", "More.", "Jo")}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("q.text = 3", "q.text: expected text in quotes"),
        ("q.text = 1.5", "q.text: expected text in quotes"),
        ('q.flag = "yes"', "q.flag: expected true or false"),
        ("q.number = -1", "q.number: expected a whole number, 0 or more"),
        ("q.number = 1.5", "q.number: expected a whole number, 0 or more"),
        ("q.number = true", "q.number: expected a whole number, 0 or more"),
        ("q.number = 9999999999999", "q.number: is a number beyond 1,000,000,000"),
        ("q.number = -9999999999999", "q.number: is a number beyond 1,000,000,000"),
        (f"q.number = 0x{'f' * 5000}", "q.number: is a number beyond 1,000,000,000"),
        ('q.choice = "blue"', "q.choice: expected one of red, green"),
        ('q.choice = ["red"]', "q.choice: expected one of red, green"),
        ('q.choices = ["red", "blue"]', "q.choices: expected one of red, green"),
        ('q.choices = "red"', "q.choices: expected a list of texts"),
        ('q.span = "soon"', "q.span: expected a span of time"),
        ('q.span = "-4 hours"', "q.span: expected a span of time"),
        ("q.span = 4", "q.span: expected a span of time"),
        ('q.day = "30 February"', "q.day: expected a date such as 2026-11-30"),
        ('q.day = "2026-02-30"', "q.day: expected a date such as 2026-11-30"),
        ("q.day = 2026-11-30T10:00:00", "q.day: expected"),
        ("q.day = 10:00:00", "q.day: expected"),
        ('q.list = "one"', "q.list: expected a list of texts"),
        ("q.list = [1]", "q.list: expected a list of texts"),
        ("q.text = { a = 1 }", "q.text: expected text in quotes"),
        ('q.colour = "x"', "q.colour: is no question of the template small"),
        ('q = "x"', "q: is no question of the template small"),
        ('"q.text" = "x"\nq.text = "y"', "q.text: is answered twice"),
        ('q.text = "a\\u0000b"', "q.text: holds the control character U+0000 at 2"),
        ('q.text = "\\u202Egnp.exe"', "q.text: holds the control character U+202E at 1"),
        ('q.text = "a\\rb"', "q.text: holds the control character U+000D at 2"),
        (f'q.text = "{"x" * 1_000_000}"', "q.text: is 1,000,000 characters long"),
        (f'q.list = ["a", "{"x" * 100_001}"]', "q.list[1]: is 100,001 characters long"),
        ('"a\\u0007b" = 1', ": a name in it holds the control character U+0007 at 2"),
        (f"q.text = {'[' * 30}{']' * 30}", ": is nested deeper than 16 levels"),
        (f"{'.'.join('a' * 5_000)} = 1", ": is nested deeper than 16 levels"),
    ],
)
def test_an_answer_that_does_not_fit_is_named_with_its_place(problems, line, expected):
    (problem,) = problems(f"[answers]\n{line}\n")

    assert problem.startswith("answers")
    assert expected in problem


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("answers = 3", "answers: is not a table"),
        ("sections = 3", "sections: is not a table"),
        ("sections.scope = 3", "sections.scope: is not a table"),
        ("[sections.elsewhere]", "sections.elsewhere: is no section of the template small"),
        ('[sections.scope]\nprose = "x"', "sections.scope.prose: is none of add, not_applicable"),
        ("[sections.scope]\ntext = 3", "sections.scope.text: is not text"),
        ("[[persons]]", "persons: is no part of an answers file"),
        ("[[profiles]]", "profiles: is no part of an answers file"),
        ("people = 3", "people: is not a list of tables; write [[people]]"),
        ('[people]\nname = "x"', "people: is not a list of tables; write [[people]]"),
        ("people = [3]", "people[0]: is not a table"),
        ("[[people]]", "people[0].name: is missing"),
        ("[[people]]\nname = 3", "people[0].name: is not text"),
        ('[[people]]\nname = "x"\ncolour = "red"', "people[0].colour: is not a known field"),
        (
            '[[people]]\nname = "x"\nverified_on = "soon"',
            "people[0].verified_on: is not a date such as 2026-11-30",
        ),
        (
            '[[people]]\nname = "x"\nchannels = [{ kind = "fax", address = "1" }]',
            "people[0].channels[0].kind: 'fax' is none of mobile, phone",
        ),
        (
            '[[severities]]\nname = "x"\nrank = 1\nrespond_in_hours = "soon"',
            'severities[0].respond_in_hours: is not a span of time such as "4 hours"',
        ),
        ('[[severities]]\nname = "x"\nrank = "1"', "severities[0].rank: is not a whole number"),
        (
            '[[people]]\nid = "a"\nname = "x"\n[[people]]\nid = "a"\nname = "y"',
            "people[1].id: a stands here twice",
        ),
        ('[[people]]\nid = "../x"\nname = "x"', "people[0].id: use lower-case letters"),
        ('[[people]]\nid = ""\nname = "x"', "people[0].id: use lower-case letters"),
        ('[[people]]\nname = "\\u0007"', "people[0].name: holds the control character U+0007"),
        (
            '[[accepted]]\nreason = "x"\nby = "y"\non = 2026-01-01',
            "accepted[0].id: is missing; it is the finding's code",
        ),
        (
            '[[accepted]]\nid = "a//b"\nreason = "x"\nby = "y"\non = 2026-01-01',
            "accepted[0].id: use lower-case letters",
        ),
        (
            '[[exclusions]]\nreason = "x"',
            "exclusions[0].id: is missing; it is framework and requirement",
        ),
        (
            '[[exclusions]]\nid = "IR-8"\nreason = "x"',
            "exclusions[0].id: 'IR-8' is not framework and requirement",
        ),
        (
            '[[evidence]]\nwhat = "x"\nrequirements = ["nis2/20", "../20"]',
            "evidence[0].requirements[1]: '../20' is not framework and requirement",
        ),
        (
            '[[decisions]]\nobligation = "x"\nat = 2026-11-20T16:40:00',
            "decisions[0].at: is not a time such as",
        ),
    ],
)
def test_a_part_that_does_not_fit_is_named_with_its_place(problems, content, expected):
    (problem,) = problems(content)

    assert problem.startswith(expected)


def test_an_id_that_is_no_text_is_refused(problems):
    found = problems('[[people]]\nid = 5\nname = "x"')

    assert all(problem.startswith("people[0].id: ") for problem in found)


def test_all_problems_are_told_at_once(problems):
    found = problems(
        'colour = 1\n[answers]\nq.flag = 1\n[sections.x]\n[[people]]\n[[roles]]\nid="a"'
    )

    assert [problem.split(":")[0] for problem in found] == [
        "colour",
        "answers.q.flag",
        "sections.x",
        "people[0].name",
        "roles[0].name",
    ]


def test_the_message_counts_the_entries_and_names_the_file(read):
    with pytest.raises(AnswersInvalid) as one:
        read("colour = 1", "mine.toml")
    with pytest.raises(AnswersInvalid) as two:
        read("colour = 1\nshape = 2", "mine.toml")

    assert one.value.message.startswith("1 entry does not fit in mine.toml")
    assert two.value.message.startswith("2 entries do not fit in mine.toml")
    assert one.value.params["file"].endswith("mine.toml")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("[answers\n", "is not TOML"),
        ("[answers]\nq.text = x\n", "line 2"),
        ("[answers]\nq.text = 'a'\nq.text = 'b'\n", "is not TOML"),
        ('q = "\\ud800"', "is not TOML"),
        ("q = 'a\x00b'", "is not TOML"),
        ("\x00\x01\x02", "is not TOML"),
        (f"q = {'[' * 100_000}", "is not TOML"),
        ("q = " + "9" * 5_000, "is not TOML"),
        ("q = 2026-02-30", "is not TOML"),
        ("[answers]\nq.text = 'é'\n".encode("latin-1"), "is not UTF-8 text"),
        ("[answers]\n".encode("utf-16"), "is not UTF-8 text"),
        (b"#" * (LARGEST_FILE + 1), "is larger than 5 MB"),
    ],
)
def test_a_file_that_is_no_toml_is_refused_with_the_reason(read, content, expected):
    with pytest.raises(AnswersUnreadable) as caught:
        read(content)

    assert caught.value.code == "answers.unreadable"
    assert "answers.toml" in caught.value.message
    assert expected in caught.value.message


def test_the_largest_file_is_still_read(read):
    assert read(b"#" * LARGEST_FILE).answers == {}


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(AnswersUnreadable, match="no such file"):
        read_answers(tmp_path / "none.toml", TEMPLATE)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(AnswersUnreadable, match="cannot be read"):
        read_answers(tmp_path, TEMPLATE)


def test_every_kind_of_record_can_be_stated_but_what_sections_and_answers_say():
    by_other_keys = {Kind.PROFILE, Kind.SECTION, Kind.ANSWER}
    by_the_program = {Kind.ACT, Kind.FILE, Kind.SESSION}

    assert set(Kind) - set(STATED_KINDS) == by_other_keys | by_the_program


def test_kinds_to_extend_and_open_questions_are_read(read):
    sheet = read(
        'extends = ["terms"]\n[unknown]\nq.list = "Ada"\n'
        'q.text = { owner = "Ben", due = 2026-12-24 }\n'
    )

    assert sheet.extends == {Kind.TERM}
    assert sheet.unknown == {
        "q.list": Unknown("Ada"),
        "q.text": Unknown("Ben", date(2026, 12, 24)),
    }


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("extends = 3", 'extends: is not a list such as ["terms", "roles"]'),
        ('extends = ["words"]', "extends[0]: 'words' is none of people, parties"),
        ("extends = [[]]", "extends[0]: [] is none of people, parties"),
        ("unknown = 3", "unknown: is not a table"),
        ('[unknown]\nscope.none = "Ada"', "unknown.scope.none: is no question of the template"),
        (
            '[unknown]\nq.list = "Ada"\n[answers]\nq.list = ["Hull"]',
            "unknown.q.list: is answered above; state one of the two",
        ),
        ("[unknown]\nq.list = 3", "unknown.q.list: name who finds out"),
        ('[unknown]\nq.list = " "', "unknown.q.list: name who finds out"),
        (
            '[unknown]\nq.list = { owner = "Ada", due = "soon" }',
            "unknown.q.list.due: is not a date such as 2026-11-30",
        ),
    ],
)
def test_what_extends_nothing_or_nobody_finds_out_is_told(problems, content, expected):
    assert any(problem.startswith(expected) for problem in problems(content))


def test_a_row_of_an_extended_kind_fills_the_proposal_of_its_id(tmp_path):
    lead = replace(role("lead"), duties=("Leads.",))
    small = template(section("scope"), starting=(StartingRecord(lead),))
    path = tmp_path / "answers.toml"
    path.write_text('extends = ["roles"]\n[[roles]]\nid = "lead"\nholder = "ada"\n', "utf-8")

    sheet = read_answers(path, small)

    assert sheet.records == (replace(lead, holder=rid("ada")),)


def test_a_row_that_fills_no_proposal_must_be_whole(problems):
    told = problems('extends = ["roles"]\n[[roles]]\nid = "lead"\nholder = "ada"\n')

    assert told == ["roles[0].name: is missing"]


def test_a_file_names_the_template_and_language_it_is_for(read, problems):
    sheet = read('template = "small"\nlanguage = "en-US"\n')

    assert (sheet.template, sheet.language) == ("small", "en-US")
    assert problems("template = 3\nlanguage = []\n") == [
        "template: is not text",
        "language: is not text",
    ]


def test_what_a_file_is_written_for_is_told_before_it_is_read(tmp_path):
    path = tmp_path / "answers.toml"
    path.write_text('template = "small"\nlanguage = 3\n', "utf-8")

    assert written_for(path) == ("small", "")
