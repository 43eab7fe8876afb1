"""How firmly a line tells of something (codebook, Figures: modality)."""

from __future__ import annotations

from according.domain.values import Modality
from according.extract.arabic.line import Line


def modality_of(line: Line, first: int, last: int) -> Modality:
    """The modality of what words first..last of a line name."""
    return Modality.ASSERTED
