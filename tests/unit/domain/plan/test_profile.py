from app.domain.plan.profile import PROFILE_ID, Profile


def test_a_new_profile_states_nothing_but_its_language():
    profile = Profile()

    stated = {
        name: value
        for name in Profile.__dataclass_fields__
        if (value := getattr(profile, name)) not in ("", (), None)
    }
    assert stated == {"id": PROFILE_ID, "language": "en-GB"}


def test_facts_that_may_be_open_are_not_false():
    profile = Profile()

    assert (profile.uses_cloud, profile.uses_ot, profile.uses_ai, profile.takes_cards) == (
        (None,) * 4
    )
