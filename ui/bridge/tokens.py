"""Design tokens: every colour and size of the interface, light and dark."""

from dataclasses import dataclass, fields
from typing import Final

LEAST_LETTER_PX: Final = 11
"""No text is ever smaller than this, whatever the scale."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as `#RRGGBB`; `scale` is a percentage that all sizes are multiplied with.

    Text pairs reach a contrast of 4.5:1, borders of fields and the focus ring 3:1 (WCAG 2.2).
    """

    dark: bool
    bg: str
    surface: str
    surface2: str
    nav: str
    hover: str
    pressed: str
    border: str
    border_strong: str
    field: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_press: str
    accent_soft: str
    accent_text: str
    on_accent: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    selection: str
    track: str
    sev1: str
    sev2: str
    sev3: str
    sev4: str
    sev1_soft: str
    sev2_soft: str
    sev3_soft: str
    sev4_soft: str
    scale: int = 100

    def px(self, size: float) -> int:
        """A length of `size` px at the chosen scale; at least 1 px unless it is 0."""
        return max(1, round(size * self.scale / 100)) if size else 0

    def font_px(self, size: float) -> int:
        """The height of letters of `size` px at the chosen scale, never illegibly small."""
        return max(LEAST_LETTER_PX, self.px(size))

    def colours(self) -> dict[str, str]:
        """All colours by name."""
        return {
            item.name: getattr(self, item.name)
            for item in fields(self)
            if item.name not in {"dark", "scale"}
        }


LIGHT: Final = Tokens(
    dark=False,
    bg="#F5F6F8",
    surface="#FFFFFF",
    surface2="#F0F2F5",
    nav="#FBFBFC",
    hover="#ECEFF3",
    pressed="#E1E6EC",
    border="#E1E5EA",
    border_strong="#C9D0D9",
    field="#8793A2",
    text="#17212E",
    text2="#465467",
    text3="#5E6B7D",
    accent="#2A5BD7",
    accent_hover="#234DB8",
    accent_press="#1D4099",
    accent_soft="#E9EFFC",
    accent_text="#2450BF",
    on_accent="#FFFFFF",
    success="#187A48",
    success_soft="#E4F4EA",
    warning="#9A5B04",
    warning_soft="#FCF1DB",
    danger="#B3312B",
    danger_soft="#FBE9E7",
    selection="#CFDDFA",
    track="#E1E6EC",
    sev1="#B3312B",
    sev2="#D2691E",
    sev3="#C79A12",
    sev4="#4F7FBF",
    sev1_soft="#F8D7D4",
    sev2_soft="#FBE0CB",
    sev3_soft="#FAEFC8",
    sev4_soft="#DCE8F6",
)

DARK: Final = Tokens(
    dark=True,
    bg="#11151B",
    surface="#181D25",
    surface2="#202732",
    nav="#141920",
    hover="#232B37",
    pressed="#2B3543",
    border="#2A323E",
    border_strong="#3D4857",
    field="#657285",
    text="#E6EBF1",
    text2="#AEB9C7",
    text3="#8A97A8",
    accent="#3F6FE0",
    accent_hover="#4A7AEA",
    accent_press="#355FC4",
    accent_soft="#1C2B4D",
    accent_text="#8FB0FF",
    on_accent="#FFFFFF",
    success="#4CC38A",
    success_soft="#14301F",
    warning="#E6B04D",
    warning_soft="#35290F",
    danger="#F0807A",
    danger_soft="#3B1B1A",
    selection="#2C4A8A",
    track="#2B3543",
    sev1="#F0807A",
    sev2="#E8935A",
    sev3="#D9B44A",
    sev4="#7FA8E0",
    sev1_soft="#4A2321",
    sev2_soft="#4A3019",
    sev3_soft="#433913",
    sev4_soft="#1F3350",
)
