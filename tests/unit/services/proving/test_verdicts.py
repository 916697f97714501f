from app.services.proving.verdicts import FileKind, Verdict


def test_the_words_that_scripts_go_by_stay():
    assert [verdict.value for verdict in Verdict] == [
        *("valid", "valid-untrusted", "valid-incomplete", "invalid", "unsigned", "unreadable"),
    ]
    assert [kind.value for kind in FileKind] == ["pdf", "docx", "other"]
