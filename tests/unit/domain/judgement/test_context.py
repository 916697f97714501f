from app.domain.judgement.context import applies
from app.domain.judgement.reading import parsed, words_of
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer
from tests.builders import rid
from tests.unit.domain.judgement.subjects import context, text


def answer(key, value):
    return Answer(rid(key), rid("purpose"), value)


def asked(section, *records, profile=None):
    return [question.id for question in context(*records, profile=profile).asked(section)]


def test_a_question_is_asked_once_its_condition_holds():
    assert asked("purpose") == ["why", "note"]
    assert asked("purpose", answer("why", "Because.")) == ["why", "detail", "note"]


def test_a_condition_may_look_at_the_profile():
    assert "ot" in asked("scope", profile=Profile(uses_ot=True))
    assert "ot" not in asked("scope", profile=Profile(uses_ot=False))
    assert "ot" not in asked("scope")


def test_a_section_the_template_lacks_asks_nothing():
    assert asked("odd") == []


def test_only_the_profile_answers_questions_about_itself():
    profile = Profile(sector="health", uses_ot=False)

    answers = context(
        answer("why", 0), answer("profile.sector", "forged"), answer("profile.odd", "forged"),
        profile=profile,
    ).answers  # fmt: skip

    assert answers["why"] == 0
    assert answers["profile.sector"] == "health"
    assert answers["profile.uses_ot"] is False
    assert "profile.odd" not in answers
    assert "profile.insurer" not in answers
    assert "profile.id" not in answers


def test_a_section_applies_unless_a_reason_says_why_not():
    assert applies(text())
    assert applies(text(not_applicable=" \n"))
    assert not applies(text(not_applicable="We have none."))


def test_prose_is_parsed_once():
    source = "Words that **nobody** else wrote, {{why}}."

    assert parsed(source) is parsed("".join(source))
    assert words_of(source) == "Words that nobody else wrote, {{why}}."
