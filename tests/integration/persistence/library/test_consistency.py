HEADER = "templates/small/template.yaml"
SECTIONS = "templates/base/sections/lifecycle.yaml"
STARTING = "templates/base/starting/response.yaml"


def test_every_check_adds_what_it_finds(shelf):
    shelf.edit(HEADER, "- triage_assessment", "- triage")
    shelf.edit(SECTIONS, "id: severity.adopt_times", "id: reporting.channel")
    shelf.edit(SECTIONS, "(role:incident-lead)", "(role:nobody)")
    shelf.edit(STARTING, "starts_at: s2", "starts_at: s9")
    shelf.edit(STARTING, "id: high.later, impact", "id: other, impact")

    told = "\n".join(shelf.problems())

    assert f"{HEADER}: parts: lacks triage_assessment; may not hold triage" in told
    assert f"'reporting.channel' is also in {SECTIONS}" in told
    assert "adopt_times: there is no question 'severity.adopt_times'" in told
    assert "'role:nobody' leads nowhere" in told
    assert "records[11].starts_at: 's9' is none of the severities" in told
    assert "records[8].id: 'other' is not 'high.later'" in told
