"""What PDF/A asks for beyond structure: a colour space that is known, fonts that are inside."""

from pikepdf import Array, Dictionary, Name, Pdf, String

from app.paths import data_folder


def add_output_intent(pdf: Pdf) -> None:
    """Declare that colours are sRGB and embed its profile."""
    profile = pdf.make_stream((data_folder("resources") / "colour" / "srgb.icc").read_bytes())
    profile.N = 3
    profile.Alternate = Name.DeviceRGB
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def drop_bare_fonts(pdf: Pdf) -> None:
    """Remove fonts that are listed, never used and not embedded."""
    for page in pdf.pages:
        fonts = page.obj.Resources.get("/Font")
        if fonts is None:
            continue
        for name in list(fonts.keys()):
            if fonts[name].Subtype == Name.Type1:
                del fonts[name]
