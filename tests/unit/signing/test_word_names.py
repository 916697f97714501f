from app.signing import word_names


def test_word_finds_a_signature_by_these_ids():
    assert word_names.SIGNATURE_ID == "idPackageSignature"
    assert word_names.PACKAGE_OBJECT_ID == "idPackageObject"
    assert word_names.OFFICE_OBJECT_ID == "idOfficeObject"


def test_the_signatures_themselves_are_never_signed():
    assert word_names.ORIGIN_RELATION in word_names.UNSIGNED_RELATIONS
