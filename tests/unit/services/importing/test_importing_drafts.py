from app.services.importing.drafts import Draft


def test_a_draft_gives_what_it_states_and_nothing_for_the_rest():
    draft = Draft(2, "Ada", (("name", "Ada"), ("unit", "Data")))

    assert draft.value("unit") == "Data"
    assert draft.value("title") is None
