from app.domain.judgement.sentences import passages_of, sentences_in, sentences_of


def test_sentences_of_one_paragraph_stand_together():
    prose = "First one. Second one!\n\n- An entry of a list\n- Another. \u201cQuoted.\u201d"

    assert passages_of(prose) == (
        ("First one.", "Second one!"),
        ("An entry of a list",),
        ("Another.", "\u201cQuoted.\u201d"),
    )
    assert sentences_of(prose)[:2] == ("First one.", "Second one!")


def test_a_cell_is_read_with_the_heads_of_its_row_and_column():
    prose = "| Level | Response | Update |\n| --- | --- | --- |\n| S1 | 1 hour |  |\n"

    assert sentences_of(prose) == ("S1: Response 1 hour",)


def test_an_abbreviation_goes_on_in_lower_case():
    assert sentences_in("Call somebody, e.g. the lead. Then wait.") == (
        "Call somebody, e.g. the lead.",
        "Then wait.",
    )


def test_nothing_holds_no_sentence():
    assert sentences_in(" ") == ()
    assert passages_of("") == ()


def test_variables_stay_as_they_are():
    assert sentences_of("Within {{triage.within}}.") == ("Within {{triage.within}}.",)
