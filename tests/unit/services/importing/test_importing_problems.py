from app.services.importing.problems import Problem, ProblemKind, Weight, worst_first


def test_a_missing_name_stops_and_most_others_only_warn():
    assert Problem(ProblemKind.NO_NAME, "x").weight is Weight.STOPS
    assert Problem(ProblemKind.NUMBER, "x").weight is Weight.WARNS
    assert Problem(ProblemKind.KNOWN, "x").weight is Weight.TELLS


def test_the_worst_stands_first_and_the_rest_stays_in_order():
    told, first, second, stops = (
        Problem(kind, kind.value)
        for kind in (
            ProblemKind.KNOWN,
            ProblemKind.NUMBER,
            ProblemKind.EMAIL,
            ProblemKind.NO_NAME,
        )
    )

    assert worst_first((told, first, second, stops)) == (stops, first, second, told)
