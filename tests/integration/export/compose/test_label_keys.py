"""Which labels the program says, read from its source: all are there, and none for nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import app.domain.document.labels
import app.export
from app.domain.document.audience import Audience
from app.domain.document.labels import Labels
from app.domain.judgement.coverage import Verdict
from app.domain.judgement.findings import Weight
from app.domain.judgement.regimes import ClockStart
from app.domain.judgement.requirements import FrameworkStatus
from app.domain.lifecycle.approving.declaring import DECLARED
from app.domain.lifecycle.matter import LIFE
from app.domain.plan.acts import Deed
from app.domain.plan.axes import AXES
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import LessonState
from app.domain.plan.nciss_factors import BANDS, FACTORS
from app.domain.plan.people import ChannelKind
from app.domain.plan.playbooks import Phase
from app.domain.plan.practice import TRIED
from app.domain.plan.programme import EXERCISE_KINDS
from app.domain.plan.roles import Raci, RoleTier
from app.domain.plan.sessions import Choice, Occasion, Outcome, Topic
from app.domain.plan.sessions import Verdict as SessionVerdict
from app.export.compose.front import Standing
from app.export.compose.tables.classification import SHARING_LABELS
from app.export.compose.tables.duty_words import REMARKED
from app.paths import data_folder
from app.persistence.library.languages import BASE_LANGUAGE, language_tags, read_tongue
from tests.labels import ENGLISH
from tests.shipped import SHIPPED_LIBRARY

SOURCES = (
    *sorted(Path(app.export.__path__[0]).rglob("*.py")),
    Path(app.domain.document.labels.__file__),
)
GROUPS = {key.partition(".")[0] for key in ENGLISH.texts}
"""What labels begin with; a text such as `plan.json` begins with none of them."""

FAMILIES: dict[str, set[str]] = {
    "acts.meaning.{}": {deed.value for deed in DECLARED - {Deed.CHANGES_REQUESTED}},
    "axes.{}.both": set(AXES),
    "axes.{}.impact": set(AXES),
    "axes.{}.urgency": set(AXES),
    "changes-of.{}": {kind.value for kind in Kind if kind not in LIFE},
    "channel.{}": {kind.value for kind in ChannelKind},
    "clock-start.{}": {start.value for start in ClockStart},
    "control.version.{}": {standing.value for standing in Standing},
    "date.month.{}": {str(month) for month in range(1, 13)},
    "edition-name.{}": {audience.value for audience in Audience} - {"plan"},
    "exercise-kind.{}": set(EXERCISE_KINDS),
    "lesson-state.{}": {state.value for state in LessonState},
    "minutes-choice.{}": {choice.value for choice in Choice},
    "minutes-occasion.{}": {occasion.value for occasion in Occasion},
    "minutes-outcome.{}": {outcome.value for outcome in Outcome},
    "minutes-topic.{}": {topic.value for topic in Topic},
    "minutes-verdict.{}": {verdict.value for verdict in SessionVerdict},
    "nciss-band.{}": {str(band.least) for band in BANDS},
    "nciss-band.{}.meaning": {str(band.least) for band in BANDS},
    "nciss.{}": {factor.id for factor in FACTORS},
    "nciss.{}.{}": {f"{factor.id}.{value.id}" for factor in FACTORS for value in factor.values},
    "reviews-result.{}": {verdict.value for verdict in SessionVerdict},
    "phase.{}": {phase.value for phase in Phase},
    "practice-of.{}": {kind.value for kind in TRIED},
    "raci.{}": {part.name.lower() for part in Raci},
    "sharing-labels.{}": set(SHARING_LABELS.values()),
    "source.{}": set(REMARKED),
    "span.{}": {"minutes", "hours", "days", "working-days", "months"},
    "standing.{}": {status.value for status in FrameworkStatus} - {"current"},
    "status.{}": {standing.value for standing in Standing},
    "tier.{}": {tier.value for tier in RoleTier},
    "verdict.{}": {verdict.value for verdict in Verdict},
    "weight.{}": {weight.value for weight in Weight},
}
"""Labels whose keys are made, by the pattern of their making: what stands in its blanks."""


def _pattern(made: ast.JoinedStr) -> str:
    """An f-string with `{}` for each value in it."""
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else "{}" for part in made.values
    )


def _docstrings(tree: ast.AST) -> set[int]:
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def spelled(source: str) -> Iterator[str]:
    """The texts in `source` that look like keys of labels, made ones as their patterns."""
    tree = ast.parse(source)
    inside = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
    }
    skipped = inside | _docstrings(tree)
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(node, ast.JoinedStr):
            text = _pattern(node)
        if isinstance(text, str) and re.fullmatch(r"[a-z-]+(?:\.[a-z0-9{}-]+)+", text):
            yield text


def said(source: str) -> Iterator[str]:
    """The constant keys that are given to the labels outright, whatever they look like."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        called = node.func.id if isinstance(node.func, ast.Name) else called
        key = node.args[0]
        if called in SAYING and isinstance(key, ast.Constant):
            yield str(key.value)


SAYING = {"say", "_say", "labels", "lead", "labelled", "sentence"}
"""What the program calls that which says labels."""


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in SOURCES]


@pytest.fixture(scope="module")
def keys(texts) -> set[str]:
    """Every key and pattern of keys in the program."""
    found = {key for text in texts for key in spelled(text)}
    return {key for key in found if key.partition(".")[0] in GROUPS and "." in key}


def test_each_label_that_is_said_is_there(texts, keys):
    outright = {key for text in texts for key in said(text)}

    assert len(outright) > 100
    assert outright - set(ENGLISH.texts) == set()
    assert {key for key in keys if "{}" not in key} - set(ENGLISH.texts) == set()


def test_each_family_of_labels_is_declared_and_whole(keys):
    made = {key for key in keys if "{}" in key}

    assert made == set(FAMILIES)
    assert members() - set(ENGLISH.texts) == set()


def test_each_label_is_said_somewhere(keys):
    assert set(ENGLISH.texts) - keys - members() == set()


def members() -> set[str]:
    return {
        pattern.replace("{}.{}", "{}").format(inside)
        for pattern, insides in FAMILIES.items()
        for inside in insides
    }


@pytest.mark.parametrize("template", ["combined", "iso", "nist", "small"])
def test_each_kind_of_exercise_that_a_template_offers_has_words(template):
    asked = SHIPPED_LIBRARY.template(template).questions["exercises.kinds"]

    assert {option.value for option in asked.options} <= EXERCISE_KINDS


def test_the_scales_are_called_as_in_the_window():
    for scheme, named in AXES.items():
        assert ENGLISH(f"axes.{scheme}.impact") == named.impact
        assert ENGLISH(f"axes.{scheme}.urgency") == named.urgency
        assert ENGLISH(f"axes.{scheme}.both") == named.both


def words(labels: Labels) -> set[str]:
    said = (
        form
        for label in labels.texts.values()
        for form in ((label,) if isinstance(label, str) else (label.one, label.other))
    )
    return {
        word.lower()
        for text in said
        for word in re.findall("[A-Za-z]+", re.sub(r"\{.*?\}", "", text))
    }


def test_no_british_spelling_is_left_in_american_labels():
    american = read_tongue(data_folder("templates"), "en-US")
    british = american.language.spelling.keys()

    assert words(ENGLISH) & british
    assert words(american.labels) & british == set()
    assert american.labels("approval.seal") == "Organization seal"


@pytest.mark.parametrize("tag", set(language_tags(data_folder("templates"))) - {BASE_LANGUAGE})
def test_no_language_loses_a_blank_of_the_base(tag):
    labels = read_tongue(data_folder("templates"), tag).labels

    assert labels.texts.keys() == ENGLISH.texts.keys()
    for key, label in ENGLISH.texts.items():
        assert blanks(labels.texts[key]) == blanks(label), key


def blanks(label: object) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", str(label)))
