from app.bootstrap import workshop
from app.cli.demo_approval import _people
from app.domain.plan.plan import Kind
from app.domain.plan.records import Records


def test_the_people_who_approved_the_sample_do_so_again(tmp_path):
    opened = workshop().create_sample(tmp_path / "plan.irplan")
    plan = opened.plan
    opened.store.close()

    assert _people(plan) == ("Ruth Penhaligon", "Helen Ashworth")
    names = [person.name for person in plan.people.values()]
    assert _people(plan.with_table(Kind.VERSION, Records())) == (names[0], names[1])
