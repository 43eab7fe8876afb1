"""Which reports are copies of one another: exact, near, or stitched from the same sentences (DESIGN.md, Words: family)."""

from according.dedupe.families import families_of

__all__ = ["families_of"]
