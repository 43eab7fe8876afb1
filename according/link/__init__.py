"""Which tellings are of one happening: compare two, block many, cluster (DESIGN.md, Words: incident).

`tellings_of` makes the tellings of a report, `cluster` puts them together, `why` explains a pair.
"""

from according.link.clusters import cluster
from according.link.likeness import Likeness, Reason, why
from according.link.tellings import tellings_of

__all__ = ["Likeness", "Reason", "cluster", "tellings_of", "why"]
