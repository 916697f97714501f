from app.services.proving.profiles import Form, Profile
from app.services.signing import Level


def test_a_level_is_named_with_its_form():
    assert Profile(Form.PADES, Level.B_LTA).text == "PAdES B-LTA"
    assert Profile(Form.XADES, Level.B_T).text == "XAdES B-T"


def test_plain_forms_have_no_level():
    assert Profile(Form.CMS).text == "plain CMS"
