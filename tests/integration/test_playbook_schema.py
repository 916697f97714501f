"""Every playbook of the library is complete: what each must hold, playbook by playbook."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.span_order import surely_longer
from app.domain.plan.step_ways import ending, in_phases, reached, ways_on
from tests.integration.all_playbooks import plan_of_all

NAMES = sorted(
    path.stem for path in (Path(__file__).parents[2] / "templates/playbooks").glob("*.yaml")
)
LEAST_EVIDENCE = 0.6
"""The share of steps that name the evidence to keep."""
LONGEST_SENTENCE = 30
TECHNIQUE = re.compile(r"T\d{4}(\.\d{3})?")
WITHOUT_TECHNIQUES = {"ai-misuse"}
"""The enterprise matrix does not describe attacks on AI systems themselves."""
SHARED = {
    "otherwise by the matrix",
    "the decision owner of each duty decides on the notice",
    "a critical service needs the decision that the plan reserves",
}
"""Said in several playbooks because it is the same rule of the plan."""
WEAK = re.compile(
    r"\b(should|may|might|consider|ensure|appropriate\w*|adequate\w*|timely|relevant|properly|"
    r"if (necessary|possible|required)|(as|where) (needed|possible|necessary)|etc)\b",
    re.IGNORECASE,
)
PRODUCTS = re.compile(
    r"\b(Microsoft|Windows|Office 365|Azure|Entra|Active Directory|Defender|Sentinel|Outlook|"
    r"Exchange Online|SharePoint|Teams|AWS|Amazon|Google|Gmail|GitHub|GitLab|Linux|Apple|iPhone|"
    r"Android|VMware|Citrix|Cisco|Fortinet|CrowdStrike|Splunk|Okta|Slack|Jira|ServiceNow|Veeam|"
    r"Cloudflare|Akamai|Siemens|ChatGPT|OpenAI|Kerberos|PowerShell|WhatsApp|Signal|VirusTotal)\b"
)
LEVEL = re.compile(r"\bS[1-9]\b")


@dataclass(frozen=True, slots=True)
class Book:
    """One playbook of the plan with its steps in order."""

    plan: Plan
    playbook: Playbook
    steps: tuple[PlaybookStep, ...]

    def of(self, phase: Phase) -> tuple[PlaybookStep, ...]:
        return tuple(step for step in self.steps if step.phase is phase)

    def texts(self) -> Iterator[str]:
        """Everything it says in sentences."""
        book = self.playbook
        yield from (book.trigger, book.closure, *book.questions, *book.duties)
        yield from (*book.recovery_criteria, *book.metrics)
        for step in self.steps:
            yield from (step.action, step.criteria, step.side_effect)

    def clauses(self) -> Iterator[str]:
        """The same, cut at full stops and semicolons."""
        for text in self.texts():
            yield from re.split(r"(?<=[.?!;])\s+", text)

    def labels(self) -> Iterator[str]:
        """What it says in single words and phrases."""
        yield self.playbook.name
        for step in self.steps:
            yield from (step.decision, step.evidence)
            yield from (way.answer for way in step.branches)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory):
    opened = plan_of_all(tmp_path_factory.mktemp("schema"))
    yield opened.plan
    opened.close()


def book_of(plan: Plan, name: str) -> Book:
    [playbook] = [each for key, each in plan.playbooks.items() if key == name]
    steps = tuple(step for step in plan.steps.values() if step.playbook == name)
    return Book(plan, playbook, steps)


def decisions(book: Book) -> list[PlaybookStep]:
    return [step for step in book.steps if step.decision]


def starts_in_time(book: Book) -> bool:
    assert book.playbook.floor is not None
    respond = book.plan.severities[book.playbook.floor].respond_in_hours
    first = book.steps[0].within
    assert respond is not None
    assert first is not None
    return not surely_longer(first, respond)


def declares_in_time(book: Book) -> bool:
    assert book.playbook.floor is not None
    escalate = book.plan.severities[book.playbook.floor].escalate_in_hours
    assert escalate is not None
    stated = [step.within for step in book.steps if re.search(r"(?i)\bdeclare\b", step.action)]
    return bool(stated) and not any(
        within is None or surely_longer(within, escalate) for within in stated
    )


def runs_forward(book: Book) -> bool:
    """Within each phase no step is due before the one above it."""
    return all(
        not surely_longer(earlier.within, later.within)
        for phase in Phase
        for earlier, later in pairwise([step for step in book.of(phase) if step.within])
        if earlier.within is not None and later.within is not None
    )


def is_grounded(book: Book) -> bool:
    """Roles and messages are those of the plan, and who decides is somebody it knows."""
    named = [step.role for step in book.steps] + [
        step.decided_by for step in book.steps if step.decided_by
    ]
    messages = [step.message for step in book.steps if step.message]
    return set(named) <= set(book.plan.roles) and set(messages) <= set(book.plan.messages)


def keeps_evidence(book: Book) -> bool:
    return sum(bool(step.evidence) for step in book.steps) >= LEAST_EVIDENCE * len(book.steps)


def hooks_notification(book: Book) -> bool:
    """Somebody goes through the register, and the words are prepared."""
    telling = book.of(Phase.COMMUNICATE)
    register = [step for step in telling if "register of obligations" in step.action]
    return bool(register and register[0].within and any(step.message for step in telling))


def names_techniques(book: Book) -> bool:
    known = book.playbook.techniques
    expected = book.playbook.id not in WITHOUT_TECHNIQUES
    return bool(known) is expected and all(TECHNIQUE.fullmatch(each) for each in known)


def leads_somewhere(book: Book) -> bool:
    """Whoever follows the answers comes to every step, and from each to the end."""
    ways = ways_on(in_phases(book.steps))
    keys = {step.id for step in book.steps}
    return reached(ways, book.steps[0].id) == ending(ways) == keys


def answers_decisions(book: Book) -> bool:
    """A decision with answers has two of them at least, one of which leads past the next step."""
    return all(
        step.decision
        and len({way.answer for way in step.branches}) == len(step.branches) >= 2
        and any(way.to is not None or way.ends for way in step.branches)
        for step in book.steps
        if step.branches
    )


def is_plainly_said(book: Book) -> list[str]:
    return [
        text
        for text in (*book.texts(), *book.labels())
        if WEAK.search(text) or PRODUCTS.search(text) or LEVEL.search(text)
    ]


def has_short_sentences(book: Book) -> list[str]:
    return [part for part in book.clauses() if len(part.split()) > LONGEST_SENTENCE]


SCHEMA: dict[str, Callable[[Book], bool]] = {
    "trigger": lambda book: len(book.playbook.trigger) >= 60,
    "category": lambda book: book.playbook.category in book.plan.categories,
    "floor": lambda book: book.playbook.floor in book.plan.severities,
    "questions": lambda book: len(book.playbook.questions) >= 5,
    "duties": lambda book: len(book.playbook.duties) >= 3,
    "metrics": lambda book: len(book.playbook.metrics) >= 3,
    "closure": lambda book: len(book.playbook.closure) >= 60,
    "techniques": names_techniques,
    "first minutes": lambda book: len(book.of(Phase.FIRST_MINUTES)) >= 4,
    "times of the first minutes": lambda book: all(s.within for s in book.of(Phase.FIRST_MINUTES)),
    "starts in time": starts_in_time,
    "declares in time": declares_in_time,
    "times in order": runs_forward,
    "analysis": lambda book: len(book.of(Phase.ANALYSE)) >= 3,
    "decisions": lambda book: (
        len(decisions(book)) >= 2 and all(s.criteria for s in decisions(book))
    ),
    "ways through": leads_somewhere,
    "answers": answers_decisions,
    "criteria of decisions only": lambda book: all(s.decision for s in book.steps if s.criteria),
    "authority": lambda book: any(s.decided_by not in {None, s.role} for s in decisions(book)),
    "containment": lambda book: sum(bool(s.side_effect) for s in book.of(Phase.CONTAIN)) >= 2,
    "eradication": lambda book: len(book.of(Phase.ERADICATE)) >= 2,
    "recovery": lambda book: len(book.of(Phase.RECOVER)) >= 2,
    "acceptance": lambda book: len(book.playbook.recovery_criteria) >= 3,
    "communication": lambda book: len(book.of(Phase.COMMUNICATE)) >= 2,
    "notification": hooks_notification,
    "close and learn": lambda book: len(book.of(Phase.CLOSE)) >= 2,
    "evidence": keeps_evidence,
    "roles and messages": is_grounded,
    "plain words": lambda book: is_plainly_said(book) == [],
    "short sentences": lambda book: has_short_sentences(book) == [],
}


def test_playbooks_with_answers_are_the_rule(plan: Plan):
    with_answers = {step.playbook for step in plan.steps.values() if step.branches}

    assert len(with_answers) >= len(NAMES) - 2


@pytest.mark.parametrize("part", SCHEMA)
@pytest.mark.parametrize("name", NAMES)
def test_a_playbook_is_complete(plan: Plan, name: str, part: str):
    assert SCHEMA[part](book_of(plan, name)), f"{name}: {part}"


def test_no_two_playbooks_share_a_sentence(plan: Plan):
    seen: dict[str, set[str]] = {}
    for name in NAMES:
        for part in book_of(plan, name).clauses():
            if len(part.split()) > 3:
                seen.setdefault(part.strip(".;?"), set()).add(name)

    shared = {part for part, names in seen.items() if len(names) > 1}

    assert shared <= SHARED, shared - SHARED
    assert shared == SHARED
