"""A file beside its plan: which state it shows, what differs, whether the histories agree."""

import json
from dataclasses import replace

import pytest

from app.domain.lifecycle.matter import matter
from app.domain.plan.acts import Act, Deed
from app.domain.plan.codec import canonical, content_hash, plan_data
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.profile import PROFILE_ID, Profile
from app.domain.plan.redacting import redacted
from app.services.proving.carried import NOTHING, Carried
from app.services.proving.comparison import Match
from app.services.proving.matching import ATTACHED, BROKEN_PLAN, ONLY_STATED, compared_with
from tests.builders import NOON, person, plan_with
from tests.unit.services.proving.pasts import head, source, trail

OURS = Profile(PROFILE_ID, "Harbour Water Limited", "Harbour Water")
ADA, BOB = person("ada"), person("bob")
OLD = plan_with(ADA, profile=OURS)
NEW = plan_with(ADA, BOB, profile=OURS)


def carrying(plan, **changes):
    made = Carried(content_hash(plan), canonical(plan_data(plan)))
    return replace(made, **changes)


def test_the_plan_as_it_is_now():
    told = compared_with(carrying(NEW), source(OLD, NEW))

    assert told.match is Match.SAME
    assert told.agrees
    assert told.revision == 2
    assert "as it is saved now" in told.headline
    assert told.notes == (ATTACHED,)


def test_an_earlier_state_is_named_with_its_time():
    told = compared_with(carrying(OLD), source(OLD, NEW))

    assert (told.match, told.revision) == (Match.SAME, 1)
    assert told.points == ("revision 1 of the plan, saved on 2026-01-01 09:00 UTC",)
    assert "as it is saved now" not in told.headline


def test_an_issued_version_is_called_by_its_number():
    issued = Act(
        RecordId("act-000001"),
        Deed.ISSUED,
        version="2.0",
        by="Ada",
        at=NOON,
        revision=2,
        content=matter(NEW),
    )
    version = plan_with(ADA, BOB, issued, profile=OURS)

    told = compared_with(carrying(version), source(OLD, NEW, version, OLD))

    assert told.points == ("version 2.0 of the plan",)
    assert told.headline == "Its content is that of version 2.0 of the plan."


def test_a_hash_alone_is_enough_and_said_to_be_less():
    told = compared_with(carrying(OLD, data=None), source(OLD, NEW))

    assert told.match is Match.SAME
    assert told.notes == (ONLY_STATED,)
    assert told.headline.startswith("By the content hash it states, it was made from revision 1")


def test_data_without_a_stated_hash_are_hashed():
    assert compared_with(carrying(OLD, content_hash=""), source(OLD, NEW)).match is Match.SAME


def test_what_was_never_saved_is_told_record_by_record():
    unsaved = plan_with(ADA, person("bob", "Robert"), profile=OURS)

    told = compared_with(carrying(unsaved), source(OLD, NEW))

    assert told.match is Match.DIFFERENT
    assert not told.agrees
    assert not told.speaks_against
    assert "1 record differs from revision 2" in told.headline
    (record,) = told.records
    assert record.name == "Robert"
    assert any("Robert" in sentence for sentence in record.sentences)


def test_it_is_compared_with_the_revision_that_it_names():
    history = source(OLD, NEW)
    unsaved = plan_with(person("ada", "Ada L"), profile=OURS)

    told = compared_with(carrying(unsaved, head=head(history.trail, 1)), history)

    assert told.revision == 1
    assert len(told.records) == 1
    assert told.trail is not None
    assert told.trail.fits


def test_a_hash_that_fits_nothing_is_different_without_records():
    told = compared_with(Carried("0" * 64), source(OLD))

    assert (told.match, told.records, told.revision) == (Match.DIFFERENT, (), None)


def test_only_records_of_its_life_differ():
    noted = Act(
        RecordId("act-000001"),
        Deed.SUBMITTED,
        version="1.0",
        by="Ada",
        at=NOON,
        revision=1,
        content="x",
    )
    exported = plan_with(ADA, noted, profile=OURS)

    told = compared_with(carrying(exported), source(OLD, NEW))

    assert (told.match, told.revision) == (Match.SAME_MATTER, 1)
    assert told.agrees
    assert len(told.records) == 1


@pytest.mark.parametrize("with_data", [True, False])
def test_another_plan_is_told_by_data_or_head(with_data):
    other = replace(NEW, id=RecordId("plan-2"))
    carried = carrying(other) if with_data else Carried("0" * 64, head=head(trail(other)))

    told = compared_with(carried, source(OLD, NEW))

    assert told.match is Match.OTHER_PLAN
    assert told.speaks_against


def test_data_that_are_not_what_the_file_states_are_told():
    told = compared_with(carrying(NEW, content_hash=content_hash(OLD)), source(OLD, NEW))

    assert told.match is Match.CONTRADICTORY
    assert told.speaks_against


def test_a_history_rewritten_since_is_told():
    rewritten = trail(plan_with(BOB, profile=OURS), NEW)

    told = compared_with(carrying(NEW, head=head(rewritten)), source(OLD, NEW))

    assert told.match is Match.SAME
    assert told.trail is not None
    assert told.trail.code == "audit.rewritten"
    assert told.speaks_against
    assert not told.agrees


def test_an_older_copy_of_the_plan_is_no_proof_against_the_file():
    told = compared_with(carrying(NEW, head=head(trail(OLD, NEW))), source(OLD))

    assert told.trail is not None
    assert told.trail.code == "audit.cut"
    assert not told.agrees
    assert not told.speaks_against


def test_a_file_that_says_nothing_is_unknown():
    told = compared_with(NOTHING, source(OLD))

    assert (told.match, told.notes) == (Match.UNKNOWN, ())


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"no json", b"[" * 100_000, b"{}", b"\xff", b"[]"),
        json.dumps({"format": "irplan/1", "id": 5}).encode(),
    ],
)
def test_data_that_are_no_plan_are_said_to_be_none(data):
    told = compared_with(Carried(data=data), source(OLD))

    assert told.match is Match.DIFFERENT
    assert any("no plan that can be read" in note for note in told.notes)


def test_a_plan_file_that_is_not_whole_is_said_to_be_so():
    broken = source(OLD, NEW)
    broken = replace(broken, trail=replace(broken.trail, links=broken.trail.links[:1]))

    assert BROKEN_PLAN in compared_with(carrying(NEW), broken).notes


def test_problems_of_reading_are_repeated():
    told = compared_with(carrying(OLD, problems=("Odd.",)), source(OLD))

    assert "Odd." in told.notes


PRIVATE = person("ada", channels=(Channel(ChannelKind.MOBILE, "+44 7700 900123"),))
LISTED = plan_with(PRIVATE, profile=OURS)


def withheld(plan, **changes):
    """The auditors' copy: it states the hash of the whole plan and carries less."""
    copy = redacted(plan, "[withheld]").plan
    made = Carried(content_hash(plan), canonical(plan_data(copy)), withheld=True)
    return replace(made, **changes)


def test_a_copy_without_addresses_is_recognised():
    told = compared_with(withheld(LISTED), source(OLD, LISTED))

    assert (told.match, told.records) == (Match.SAME, ())
    assert "without the addresses of people" in told.headline


def test_a_copy_that_withholds_more_is_told():
    changed = redacted(plan_with(replace(PRIVATE, name="Eve"), profile=OURS), "[withheld]").plan

    told = compared_with(withheld(LISTED, data=canonical(plan_data(changed))), source(OLD, LISTED))

    assert told.match is Match.DIFFERENT
    assert [record.name for record in told.records] == ["Eve"]


def test_a_copy_of_no_saved_state_is_different():
    told = compared_with(withheld(LISTED), source(OLD))

    assert (told.match, told.records) == (Match.DIFFERENT, ())


def test_a_copy_whose_data_cannot_be_read_rests_on_its_hash():
    told = compared_with(withheld(LISTED, data=b"{"), source(OLD, LISTED))

    assert told.match is Match.SAME
    assert any("no plan that can be read" in note for note in told.notes)
