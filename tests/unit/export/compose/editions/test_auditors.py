import json
from dataclasses import replace

import pytest

from app.domain.document.audience import Audience
from app.domain.document.tree import SignatureBox
from app.domain.lifecycle.approving.course import Issue, Stage
from app.domain.lifecycle.approving.editions import Edition, edition_of
from app.domain.lifecycle.matter import matter
from app.domain.plan.acts import Act, Deed, Route
from app.domain.plan.codec import content_hash
from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.plan import Kind
from app.domain.plan.records import Records
from app.export.compose.editions.auditors import auditors_copy, withheld
from app.export.compose.occasion import Occasion
from app.services.changes.since import Since
from tests.builders import NOON, person, plan_with, rid
from tests.labels import ENGLISH
from tests.unit.export.compose.editions.sources import PROFILE
from tests.unit.export.compose.judged import judged, written
from tests.unit.export.compose.reading import lines

ADA = person("ada", channels=(Channel(ChannelKind.MOBILE, "+44 7700 900101"),))
PLAN = plan_with(ADA, written("contacts", "Ring 07700 900101."), profile=PROFILE)


def test_the_copy_says_what_was_withheld_and_from_which_plan():
    made = auditors_copy(judged(PLAN), ENGLISH, Occasion(False, NOON, audience=Audience.AUDITORS))

    said = "\n".join(lines(made.body))
    digest = content_hash(PLAN)
    assert made.metadata.content_hash == digest
    assert digest in said.replace(" ", "")
    assert "1 address of 1 person and 1 mention in other texts; [withheld]" in said
    assert "plan-redacted.json" in said
    assert "900101" not in said
    (data,) = [one for one in made.attachments if one.name == "plan-redacted.json"]
    assert "900101" not in json.dumps(json.loads(data.data))


def test_changes_since_betray_no_number_that_was_there():
    channel = Channel(ChannelKind.MOBILE, "+44 7700 900177")
    before = replace(PLAN, people=PLAN.people.put(replace(ADA, channels=(channel,))))
    occasion = Occasion(False, NOON, since=Since("1.0", before), audience=Audience.AUDITORS)

    made = auditors_copy(judged(PLAN), ENGLISH, occasion)

    assert "900177" not in "\n".join(lines(made.body))
    assert "Changes since version 1.0" in "\n".join(lines(made.body))


def test_withholding_leaves_an_occasion_without_an_edition_alone():
    copied, occasion = withheld(judged(PLAN), ENGLISH, Occasion(True, NOON))

    assert copied.plan.people[rid("ada")].channels[0].address == "[withheld]"
    assert (occasion.edition, occasion.since) == (None, None)
    assert occasion.copy is not None
    assert occasion.copy.redacted.addresses == 1
    assert edition_of(copied.plan) is None


def test_an_issued_version_stays_issued_and_its_acts_betray_nothing():
    reason = "Ring 07700 900101 first."
    content = matter(PLAN)
    acts = [
        Act(
            rid("a1"),
            Deed.SUBMITTED,
            "1.0",
            "Una",
            NOON,
            1,
            content,
            route=Route(("Rita",), ("Carl",)),
        ),
        Act(rid("a2"), Deed.REVIEWED, "1.0", "Rita", NOON, 2, content, reason=reason),
        Act(rid("a3"), Deed.APPROVED, "1.0", "Carl", NOON, 3, content),
        Act(rid("a4"), Deed.ISSUED, "1.0", "Una", NOON, 4, content),
    ]
    plan = PLAN.with_table(Kind.ACT, Records(acts))
    edition = edition_of(plan)
    occasion = Occasion(False, NOON, edition=edition, audience=Audience.AUDITORS)

    made = auditors_copy(judged(plan), ENGLISH, occasion)

    assert edition is not None
    assert (made.metadata.version, made.metadata.status, made.watermark) == ("1.0", "Approved", "")
    assert "Ring [withheld] first." in "\n".join(lines(made.body))
    assert not any(b"900101" in one.data for one in made.attachments)
    assert [one.field for one in made.body if isinstance(one, SignatureBox)] == ["Seal"]


@pytest.mark.parametrize(
    ("since", "stage"),
    [
        ({"superseded_by": "2.0"}, Stage.SUPERSEDED),
        (
            {"withdrawn": Act(rid("a5"), Deed.WITHDRAWN, "1.0", "Carl", NOON, 2, "")},
            Stage.WITHDRAWN,
        ),
    ],
    ids=["superseded", "withdrawn"],
)
def test_what_became_of_a_version_since_is_told_in_the_copy_too(since, stage):
    """The plan of that version knows nothing of it: it is told by acts that came later."""
    issued = Act(rid("a1"), Deed.ISSUED, "1.0", "Una", NOON, 1, matter(PLAN))
    plan = PLAN.with_table(Kind.ACT, Records([issued]))
    edition = Edition(Issue(issued, **since))

    _, occasion = withheld(judged(plan), ENGLISH, Occasion(False, NOON, edition=edition))

    assert occasion.edition is not None
    assert occasion.edition.issue.stage is stage


def test_acts_that_came_later_betray_nothing():
    issued = Act(rid("a1"), Deed.ISSUED, "1.0", "Una", NOON, 1, matter(PLAN))
    withdrawn = Act(
        rid("a2"), Deed.WITHDRAWN, "1.0", "Carl", NOON, 2, "", reason="Ring 07700 900101."
    )
    edition = Edition(Issue(issued, withdrawn=withdrawn), Issue(withdrawn))

    _, occasion = withheld(judged(PLAN), ENGLISH, Occasion(False, NOON, edition=edition))

    assert "900101" not in str(occasion.edition)
    assert str(occasion.edition).count("Ring [withheld].") == 2


def test_an_edition_that_the_plan_does_not_know_is_kept():
    issue = Issue(Act(rid("a4"), Deed.ISSUED, "9.0", "Una", NOON, 4, "ab"))
    edition = Edition(issue)

    _, occasion = withheld(judged(PLAN), ENGLISH, Occasion(False, NOON, edition=edition))

    assert occasion.edition is edition
