"""How long the compiled gazetteer takes to open and to answer: `python bench/gazetteer.py`.

Names are those of its own places, drawn evenly over the file, half of them never asked before (from the disk's cache), half
asked again (from memory); and as many words that it does not know. Times are of the processor: a busy machine does not
make them longer.
"""

from __future__ import annotations

import sqlite3
import statistics
from collections.abc import Callable
from time import process_time_ns

from according.app.settings import Settings
from according.resolve.gazetteer import open_gazetteer

NAMES = 10_000
OPENINGS = 20


def microseconds(run: Callable[[], object], times: int) -> float:
    begun = process_time_ns()
    run()
    return (process_time_ns() - begun) / 1000 / times


def main() -> None:
    path = Settings.of().gazetteer
    opened = [microseconds(lambda: open_gazetteer(path), 1) for _ in range(OPENINGS)]
    print(f"open                       {statistics.median(opened) / 1000:8.2f} ms")
    with sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True) as database:
        places = database.execute("SELECT count(*) FROM places").fetchone()[0]
        rows = database.execute("SELECT name FROM places WHERE n % ? = 0", (max(1, places // NAMES),))
        names = [name for (name,) in rows]
    gazetteer = open_gazetteer(path)
    for what, asked in (
        ("find, first time", names),
        ("find, again", names),
        ("find, unknown", [f"{n}qx" for n in names]),
    ):
        took = microseconds(lambda asked=asked: [gazetteer.find(name) for name in asked], len(asked))  # type: ignore[misc]
        print(f"{what:26s} {took:8.2f} us a name, {len(asked)} names")
    text = " and ".join(names)
    words = len(text.split())
    for what in ("match, first time", "match, again"):
        print(f"{what:26s} {microseconds(lambda: list(gazetteer.match(text)), words):8.2f} us a word, {words} words")


if __name__ == "__main__":
    main()
