"""The elements that are shipped, and how the shipped requirements use them."""

from collections import Counter

import pytest

from app.domain.interview.conditions import questions_in
from app.domain.judgement.coverage import BEYOND_TEXT
from app.domain.judgement.elements.element import (
    Answered,
    Covered,
    Element,
    RowCondition,
    Rows,
    Since,
)
from app.domain.judgement.requirements import Relevance, Requirement
from app.paths import data_folder
from app.persistence.library.checks.conditions import is_question
from tests.shipped import SHIPPED_LIBRARY

FRAMEWORKS = sorted(path.stem for path in data_folder("frameworks").glob("*.yaml"))

STRUCTURAL = {
    "nist-sp-800-53r5-ir": ("IR-8",),
    "nist-sp-800-61r2": ("2.3",),
    "iso-iec-27001-2022": ("A.5.24", "A.5.25", "A.5.26", "A.5.27", "A.5.28", "A.6.8"),
    "nist-csf-2-0": ("RS", "RC"),
    "iso-iec-27035-2-2023": ("4", "6"),
}
"""By framework, the ids and the stems of ids that are judged by more than words."""


@pytest.fixture(scope="module")
def library():
    return SHIPPED_LIBRARY


@pytest.fixture(scope="module")
def elements(library) -> dict[str, Element]:
    return {element.id: element for element in library.elements()}


def test_every_element_that_a_requirement_needs_is_there(library, elements):
    missing = [
        f"{framework_id} {item.id}: {name}"
        for framework_id in FRAMEWORKS
        for item in library.framework(framework_id).requirements
        for name in item.needs
        if name not in elements
    ]

    assert missing == []


def test_no_requirement_needs_an_element_twice(library):
    twice = [
        f"{framework_id} {item.id}: {name}"
        for framework_id in FRAMEWORKS
        for item in library.framework(framework_id).requirements
        for name, count in Counter(item.needs).items()
        if count > 1
    ]

    assert twice == []


def test_every_question_an_element_looks_at_is_asked(library, elements):
    known = library.template("combined").questions

    unknown = [
        f"{element.id}: {question}"
        for element in elements.values()
        for question in sorted(_questions_of(element))
        if not is_question(question, known)
    ]

    assert unknown == []


def test_every_element_is_needed_by_some_requirement(library, elements):
    needed = {
        name
        for framework_id in FRAMEWORKS
        for item in library.framework(framework_id).requirements
        for name in item.needs
    }

    assert sorted(elements.keys() - needed) == []


def test_no_two_elements_are_called_the_same(elements):
    labels = Counter(element.label.casefold() for element in elements.values())

    assert [label for label, count in labels.items() if count > 1] == []


@pytest.mark.parametrize("framework_id", FRAMEWORKS)
def test_every_requirement_that_a_plan_can_answer_needs_elements(library, framework_id):
    answerable = [item for item in library.framework(framework_id).requirements if _judged(item)]

    assert [item.id for item in answerable if not item.needs] == []


@pytest.mark.parametrize("framework_id", sorted(STRUCTURAL))
def test_the_heart_of_a_framework_is_judged_by_structure(library, elements, framework_id):
    judged = [
        item
        for item in library.framework(framework_id).requirements
        if _judged(item) and any(_below(item, stem) for stem in STRUCTURAL[framework_id])
    ]

    by_words = [
        item.id
        for item in judged
        if not any(elements[name].structural for name in item.needs if name in elements)
    ]

    assert judged
    assert by_words == []


def _judged(item: Requirement) -> bool:
    """Whether the plan's own text and records answer `item`."""
    live = not item.withdrawn and item.relevance is not Relevance.CONTEXT
    return live and item.check not in BEYOND_TEXT


def _below(item: Requirement, stem: str) -> bool:
    """Whether `item` is `stem` itself or a part of it, so that 4 has 4.2 but neither 40 nor 5."""
    return item.id.startswith(stem) and not item.id.removeprefix(stem)[:1].isdigit()


def _questions_of(element: Element) -> set[str]:
    names = set(questions_in(element.when))
    for test in element.tests:
        if isinstance(test, Answered):
            names.update(test.questions)
        if isinstance(test, Rows | Covered):
            names |= _questions_in((*test.where, *(test.meets if isinstance(test, Rows) else ())))
    return names


def _questions_in(conditions: tuple[RowCondition, ...]) -> set[str]:
    since = (condition.months for condition in conditions if isinstance(condition, Since))
    return {months for months in since if isinstance(months, str)}
