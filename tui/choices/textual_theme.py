"""A theme as Textual takes it, so that `bench.tcss` and Textual's own widgets wear it too."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES
from textual.theme import Theme as TextualTheme

from tui.choices.preferences import Theme
from tui.choices.theme import PALETTES, Role


def textual_name(theme: Theme) -> str:
    """What Textual calls `theme`."""
    return f"jinbiao-{theme}"


def textual_theme(theme: Theme) -> TextualTheme:
    """`theme` for Textual, its roles as variables `$bench-…`."""
    palette = PALETTES[theme]
    roles = palette.roles
    # Textual's widgets ask a theme of the terminal's colours for more than other themes.
    variables = BUILTIN_THEMES["ansi-dark"].variables if palette.ansi else {}
    return TextualTheme(
        name=textual_name(theme),
        primary=roles[Role.LIT_FRAME],
        secondary=roles[Role.HEADING],
        accent=roles[Role.HEADING],
        warning=roles[Role.WARNING],
        error=roles[Role.BAD],
        success=roles[Role.GOOD],
        foreground=roles[Role.TEXT],
        background=roles[Role.GROUND],
        surface=roles[Role.RAISED],
        panel=roles[Role.BAR],
        dark=palette.dark,
        ansi=palette.ansi,
        variables=variables | {f"bench-{role}": name for role, name in roles.items()},
    )
