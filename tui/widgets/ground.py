"""What is wholly covered by what it holds, and costs next to nothing at every frame."""

from __future__ import annotations

from textual.geometry import Region
from textual.strip import Strip

from tui.widgets.kept_lines import KeptLines


class Ground(KeptLines):
    """A container of which nothing is seen: its lines are alike, and one stands for all.

    Textual draws all lines of all that is in view at every frame, also of what is below others. It
    stands last among the bases, because Textual takes styles from the first one only.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of `crop`, which is in cells of the whole widget."""
        if not crop:
            return []
        return super().render_lines(Region(crop.x, crop.y, crop.width, 1)) * crop.height
