"""Reading speed of the Arabic reader beside the English one: python bench/speed_arabic.py --data DIR (or $ACCORDING_BENCH).

Both read in this process on one thread, from text to resolved claims, each the reports of its own claims and of its own
collection of reports. Both are warm; the runs alternate, three each; words are whitespace words, medians are compared.
Exit code 1 when Arabic is read less than four times as fast as English.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from according.app import wiring
from according.app.parts import Parts
from according.app.reading import read_captures
from according.app.settings import Settings
from according.domain.report import Capture

FILES = {"en": ("claims.en_dev.docs.jsonl", "tolls.dev.jsonl"), "ar": ("claims.ar_dev.docs.jsonl", "incidents.dev.reports.jsonl")}  # fmt: skip
RUNS = 3
WARM = 64
MOST = 400
"""Reports of a language that are read: enough for a stable median."""
WANTED = 4.0


def captures_of(folder: Path, lang: str) -> list[Capture]:
    found = []
    for name in FILES[lang]:
        lines = (folder / name).read_text(encoding="utf-8").split("\n")  # not splitlines: texts hold U+2028
        for line in filter(str.strip, lines):
            row = json.loads(line)
            if row.get("lang", lang) == lang:
                fields = {key: row.get(key) for key in ("title", "publisher", "published", "url")}
                found.append(Capture(row["text"], row["id"], "", 0, 0, "bench", name, lang=lang, **fields))
    return found[:MOST]


def seconds(captures: Sequence[Capture], parts: Parts) -> float:
    start = time.perf_counter()
    failed = [problem for done in read_captures(captures, parts) for problem in done.problems]
    if failed:
        print(f"{len(failed)} problems, first: {failed[0].why}", file=sys.stderr)
    return time.perf_counter() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("ACCORDING_BENCH"))
    arguments = parser.parse_args()
    if arguments.data is None:
        parser.error("name the benchmark folder with --data DIR or $ACCORDING_BENCH")
    captures = {lang: captures_of(Path(arguments.data), lang) for lang in FILES}
    words = {lang: sum(len(capture.text.split()) for capture in own) for lang, own in captures.items()}
    parts = wiring.parts(Settings.of())
    for own in captures.values():
        seconds(own[:WARM], parts)
    times: dict[str, list[float]] = {lang: [] for lang in captures}
    for _ in range(RUNS):
        for lang, own in captures.items():
            times[lang].append(seconds(own, parts))
    speed = {lang: words[lang] / statistics.median(own) for lang, own in times.items()}
    for lang, value in speed.items():
        runs = ", ".join(f"{t:.1f} s" for t in times[lang])
        print(f"{lang}  {len(captures[lang])} reports, {words[lang]} words: {value:8.0f} words/s  ({runs})")
    ratio = speed["ar"] / speed["en"]
    print(f"Arabic is read {ratio:.2f} times as fast")
    return 0 if ratio >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
