"""Invented reports for the tests of dedupe."""

from __future__ import annotations

from according.domain.report import Capture, Report


def report(text: str, name: str = "r", publisher: str | None = None, published: str | None = None) -> Report:
    capture = Capture(text, name, "0" * 64, 0, 1, "jsonl/1", "in.jsonl", publisher=publisher, published=published)
    return Report.from_capture(capture, "en")


AGENCY = (
    "Rockets fell on the grain silos of Alpha town before dawn on Monday, killing nine workers of the night shift. "
    "The blast broke windows in the houses along the canal and set two lorries on fire. "
    "Firefighters from three neighbouring towns needed five hours to put out the flames. "
    "The district governor said that the silos had held the wheat of the whole valley."
)
EDITED = AGENCY.replace("before dawn on Monday", "early on Monday").replace("needed five hours", "took five hours")
LOCAL = (
    "Our correspondent counted eleven bodies at the clinic of Alpha on Monday afternoon. "
    "Relatives waited outside in the rain and called the names of those who were missing. "
    "A nurse who asked not to be named said the clinic had run out of bandages by noon."
)
OTHER = (
    "The bridge at Beta was closed to traffic on Tuesday after engineers found a crack in its second pillar. "
    "Ferries will run twice an hour until the end of the month, the transport office announced."
)
STITCHED = (
    "What is known about the silos of Alpha. "
    "Rockets fell on the grain silos of Alpha town before dawn on Monday, killing nine workers of the night shift. "
    "Our correspondent counted eleven bodies at the clinic of Alpha on Monday afternoon. "
    "Our own reader in the town heard seven explosions and saw smoke above the canal for the rest of the day."
)
