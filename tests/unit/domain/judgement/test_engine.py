import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.domain.judgement.coverage import Verdict
from app.domain.judgement.elements.element import ElementState
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Weight
from app.domain.judgement.standards import Standards
from app.domain.plan.changes import ChangeSet, apply, put, remove
from app.domain.plan.governance import AcceptedFinding
from app.domain.plan.plan import Kind, Plan, Record
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer
from app.services.editing import EditingSession
from tests.builders import person, plan_with, rid, role
from tests.unit.domain.judgement.elements.shelf import ELEMENTS
from tests.unit.domain.judgement.subjects import (
    FRAMEWORKS,
    PROFILES,
    RECORDS,
    TEMPLATE,
    TODAY,
    framework,
    judged,
    requirement,
    text,
)

KINDS = [kind for kind in Kind if kind is not Kind.PROFILE]


class Editing(RuleBasedStateMachine):
    """Whatever is edited, the judgement is that of the plan judged from scratch."""

    def __init__(self) -> None:
        super().__init__()
        self.session = EditingSession(plan_with(text("purpose"), text("scope")))
        self.live = Judgement(self.session.plan, TEMPLATE, Standards(FRAMEWORKS, ELEMENTS), TODAY)
        self.session.subscribe(lambda edit: self.live.update(self.session.plan, edit.changes))

    @rule(records=st.lists(RECORDS | PROFILES, min_size=1, max_size=6))
    def put(self, records: list[Record]) -> None:
        self.edit([lambda plan, record=record: put(plan, record) for record in records])

    @rule(record=RECORDS, place=st.integers(0, 3))
    def put_at(self, record: Record, place: int) -> None:
        self.edit([lambda plan: put(plan, record, place)])

    @rule(data=st.data(), kind=st.sampled_from(KINDS))
    def remove(self, data: st.DataObject, kind: Kind) -> None:
        keys = sorted(self.session.plan.table(kind))
        if keys:
            key = data.draw(st.sampled_from(keys))
            self.edit([lambda plan: remove(plan, kind, key)])

    @rule(data=st.data(), profile=PROFILES)
    def remove_a_section_and_change_the_profile(
        self, data: st.DataObject, profile: Profile
    ) -> None:
        keys = sorted(self.session.plan.sections)
        if keys:
            key = data.draw(st.sampled_from(keys))
            self.edit(
                [lambda plan: remove(plan, Kind.SECTION, key), lambda plan: put(plan, profile)]
            )

    @rule(kind=st.sampled_from(KINDS))
    def empty_a_table(self, kind: Kind) -> None:
        keys = list(self.session.plan.table(kind))
        self.edit([lambda plan, key=key: remove(plan, kind, key) for key in keys])

    @rule(data=st.data(), kind=st.sampled_from(KINDS), place=st.integers(0, 3))
    def move(self, data: st.DataObject, kind: Kind, place: int) -> None:
        table = self.session.plan.table(kind)
        if table:
            record = table[data.draw(st.sampled_from(sorted(table)))]
            self.edit([lambda plan: put(plan, record, min(place, len(table) - 1))])

    @precondition(lambda self: self.session.undo_label)
    @rule()
    def undo(self) -> None:
        self.session.undo()

    @precondition(lambda self: self.session.redo_label)
    @rule()
    def redo(self) -> None:
        self.session.redo()

    @invariant()
    def judged_like_a_stranger_would(self) -> None:
        fresh = Judgement(self.session.plan, TEMPLATE, Standards(FRAMEWORKS, ELEMENTS), TODAY)

        assert list(self.live.sections.items()) == list(fresh.sections.items())
        assert self.live.share == fresh.share
        assert self.live.frameworks == fresh.frameworks
        for item in fresh.frameworks:
            assert self.live.coverage(item.id) == fresh.coverage(item.id)
        assert self.live.findings() == fresh.findings()
        assert self.live.findings(accepted=True) == fresh.findings(accepted=True)

    @invariant()
    def every_finding_has_a_name_of_its_own(self) -> None:
        keys = [finding.key for finding in self.live.findings()]

        assert len(keys) == len(set(keys))

    def edit(self, edits) -> None:
        plan, changes = self.session.plan, []
        for prepare in edits:
            changes.append(prepare(plan))
            plan = apply(plan, (changes[-1],))
        self.session.apply(tuple(changes), "edit")


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)


def updated(plan: Plan, *changes: ChangeSet) -> Judgement:
    """A judgement of `plan` kept up to date over `changes`."""
    live = judged(plan, *FRAMEWORKS)
    for change in changes:
        plan = apply(plan, change)
        live.update(plan, change)
    return live


def codes(judgement: Judgement) -> list[str]:
    return [finding.code for finding in judgement.findings()]


def test_an_answer_re_judges_the_text_that_mentions_it_with_blanks():
    plan = plan_with(text("scope", "Because {{ note }}."))

    live = updated(plan, (put(plan, Answer(rid("note"), rid("purpose"), "we must")),))

    assert live.sections["scope"].open_words == ()
    assert "text.open-variable" not in codes(live)


def test_an_answer_taken_back_opens_its_question_again():
    plan = plan_with(text("purpose"), Answer(rid("why"), rid("purpose"), "Because."))

    live = updated(plan, (remove(plan, Kind.ANSWER, rid("why")),))

    assert live.sections["purpose"].open_questions == ("why",)


def test_an_answer_leaves_other_sections_alone():
    plan = plan_with(text("scope", "{{why}}"), text("notification"))
    live = judged(plan)
    before = dict(live.sections)

    change = (put(plan, Answer(rid("detail"), rid("purpose"), "we must")),)
    live.update(apply(plan, change), change)

    assert live.sections["notification"] is before["notification"]
    assert live.sections["scope"] is before["scope"]


def test_a_section_removed_with_a_change_of_profile_is_forgotten():
    plan = plan_with(text("purpose"), text("scope"))

    live = updated(
        plan, (remove(plan, Kind.SECTION, rid("scope")), put(plan, Profile(short_name="Acme")))
    )

    assert list(live.sections) == ["purpose"]


def test_a_removed_section_makes_references_to_it_dead():
    plan = plan_with(text("purpose", "[](section:scope)"), text("scope"))

    assert "text.dead-reference" not in codes(judged(plan))
    assert "text.dead-reference" in codes(
        updated(plan, (remove(plan, Kind.SECTION, rid("scope")),))
    )


def test_an_answer_record_cannot_speak_for_the_profile():
    plan = plan_with(text("scope"))

    live = updated(plan, (put(plan, Answer(rid("profile.uses_ot"), rid("scope"), True)),))

    assert live.sections["scope"] == judged(live.plan).sections["scope"]
    assert "ot" not in live.sections["scope"].open_questions


def test_findings_come_worst_first_then_by_section_then_as_the_plan_lists_them():
    plan = plan_with(
        text("scope", ""), text("purpose", ""), text("roles"), role("lead"), role("comms")
    )

    found = judged(plan).findings()

    blocking = [item.section for item in found if item.code == "section.empty"]
    lonely = [item.record for item in found if item.code == "role.no-holder"]
    weights = [item.weight.value for item in found]
    assert blocking == ["scope", "purpose"]
    assert lonely == ["lead", "comms"]
    assert weights == sorted(weights, key=["blocks", "warn", "hint"].index)


def test_findings_of_a_section_the_plan_lacks_come_last_of_their_weight():
    sections = [text(f"extra-{at}", "") for at in range(120)]

    found = judged(plan_with(*sections)).findings()

    blocking = [item.section for item in found if item.weight.value == "blocks"]
    assert blocking[:120] == [section.id for section in sections]
    assert set(blocking[120:]) == {"contacts", "roles", "classification"}


def test_an_accepted_finding_is_listed_apart():
    plan = plan_with(text("purpose", ""))
    [finding] = [item for item in judged(plan).findings() if item.code == "section.empty"]

    live = updated(plan, (put(plan, AcceptedFinding(finding.key, "Later.", "Ada", TODAY)),))

    assert finding not in live.findings()
    assert live.findings(accepted=True) == (finding,)


def test_progress_counts_entries_and_an_empty_plan_has_none():
    started = judged(plan_with(text("purpose", "Text.")))

    assert started.sections["purpose"].needed == 2
    assert started.share == 0.5
    assert judged(plan_with()).share == 0.0


def test_only_chosen_frameworks_with_a_pack_are_judged_and_each_once():
    profile = Profile(frameworks=("plain", "gone", "plain"))

    live = judged(plan_with(text(), profile=profile), *FRAMEWORKS)

    assert [item.id for item in live.frameworks] == ["plain"]
    assert [item.requirement.id for item in live.coverage("plain")] == ["p-1", "p-2", "p-3", "p-4"]


def test_the_requirements_of_a_section_are_those_it_helps_to_meet():
    profile = Profile(frameworks=("levels", "plain"), baseline="low")

    live = judged(plan_with(text("purpose"), profile=profile), *FRAMEWORKS)

    assert [item.requirement.id for _, item in live.requirements_of("purpose")] == ["p-1", "p-3"]
    assert [item.id for item, _ in live.requirements_of("contacts")] == ["levels", "plain"]
    assert live.requirements_of("roles") == ()


def test_writing_a_section_meets_the_requirement_it_answers():
    pack = framework("own", requirement("o-1", "purpose", needs=("words",)))
    plan = plan_with(text("purpose", ""), profile=Profile(frameworks=("own",)))
    live = judged(plan, pack)
    before = live.coverage("own")[0].verdict

    change = (put(plan, text("purpose", "A word to see.")),)
    live.update(apply(plan, change), change)

    assert (before, live.coverage("own")[0].verdict) == (Verdict.NOT_MET, Verdict.MET)


def test_a_framework_chosen_later_is_fetched_once():
    fetched = []

    def shelf(key):
        fetched.append(key)
        return FRAMEWORKS[0] if key == "plain" else None

    plan = plan_with(text())
    live = Judgement(plan, TEMPLATE, Standards(shelf=shelf), TODAY)
    for name in ("plain", "gone"):
        change = (put(plan, Profile(frameworks=("plain", name))),)
        plan = apply(plan, change)
        live.update(plan, change)

    assert [item.id for item in live.frameworks] == ["plain"]
    assert fetched.count("plain") == 1


def test_evidence_is_looked_up_when_asked_for():
    live = judged(plan_with(text("purpose", "A word to see.")))

    assert [item.quote for item in live.evidence("words")] == ["A word to see."]
    assert live.elements["words"].state is ElementState.MET
    with pytest.raises(KeyError):
        live.evidence("gone")


def test_the_judgement_knows_its_plan_and_template():
    plan = plan_with(person("ada"))

    live = judged(plan)

    assert live.plan is plan
    assert live.template is TEMPLATE


def test_a_finding_that_can_be_mended_comes_with_the_changes_that_do_it():
    plan = plan_with(text("purpose"))
    live = judged(plan)
    [finding] = [item for item in live.findings() if item.code == "tree.none"]

    found = live.remedy(finding)
    assert found is not None
    live.update(apply(plan, found.changes), found.changes)

    assert found.label
    assert "tree.none" not in codes(live)


def test_one_only_a_person_can_mend_comes_without():
    live = judged(plan_with(text("purpose", "")))
    [finding] = [item for item in live.findings() if item.code == "section.empty"]

    assert live.remedy(finding) is None


def test_findings_can_be_counted_and_had_by_section_without_ranking_all():
    plan = plan_with(text("purpose", ""), text("scope", "TODO"))
    live = judged(plan)
    found = live.findings()

    for weight in Weight:
        assert live.count(weight) == sum(item.weight is weight for item in found)
    assert set(live.findings_of("scope")) == {item for item in found if item.section == "scope"}
    assert live.count(Weight.BLOCKS, accepted=True) == 0
