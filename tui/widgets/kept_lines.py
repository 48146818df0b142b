"""Lines that are kept as they were drawn: Textual asks all in view for all lines at every frame."""

from __future__ import annotations

from typing import Self

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget


class KeptLines(Widget):
    """A widget whose lines, frame and filters included, are drawn once until they are refreshed.

    Textual keeps them too, but goes through styles and filters for each of them at every frame, and
    most of a frame is lines that stay.
    """

    _kept: dict[int, Strip]
    _kept_for = Size(0, 0)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of `crop`, which is in cells of the whole widget."""
        size = self.outer_size
        if size != self._kept_for:
            self._kept, self._kept_for = {}, size
        kept = self._kept
        for y in crop.line_range:
            if y not in kept:
                kept[y] = super().render_lines(Region(0, y, size.width, 1))[0]
        strips = [kept[y] for y in crop.line_range]
        if crop.column_span != (0, size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw anew the lines of `regions`, in cells of the content; all of them without any."""
        self._forget(regions)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Draw all anew when styles change."""
        super().notify_style_update()
        self._forget()

    def _forget(self, regions: tuple[Region, ...] = ()) -> None:
        if not regions:
            self._kept_for = Size(0, 0)
        elif self._kept_for:
            above = self.content_offset.y
            for region in regions:
                for y in region.line_range:
                    self._kept.pop(y + above, None)
