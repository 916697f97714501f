from io import BytesIO

import pikepdf


def test_colours_are_declared_as_srgb(result):
    with pikepdf.open(BytesIO(result.data)) as pdf:
        (intent,) = pdf.Root.OutputIntents
        profile = intent.DestOutputProfile.read_bytes()

    assert profile[36:40] == b"acsp"
    assert profile[16:20] == b"RGB "


def test_no_font_stays_outside(result):
    with pikepdf.open(BytesIO(result.data)) as pdf:
        kinds = {str(f.Subtype) for page in pdf.pages for f in page.Resources.Font.values()}

    assert kinds == {"/TrueType"}
