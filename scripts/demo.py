"""`make demo`: reads the invented samples into a fresh ledger, prints the incidents, serves the pages (SERVE=0: does not)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "build" / "demo"
SAMPLES = ROOT / "samples"


def main() -> int:
    """0 when the incidents were shown; 1 when reading failed altogether."""
    shutil.rmtree(DEMO, ignore_errors=True)
    DEMO.mkdir(parents=True)
    env = os.environ | {"ACCORDING_LEDGER": str(DEMO / "demo.db"), "ACCORDING_REGISTRY": str(SAMPLES / "actors.tsv")}
    according = str(Path(sys.executable).parent / "according")
    ingested = subprocess.run([according, "ingest", str(SAMPLES / "reports")], env=env, cwd=ROOT, check=False)
    if ingested.returncode > 1:  # 1 = done, with problems listed: some samples are problems on purpose
        return ingested.returncode
    shown = subprocess.run([according, "incidents"], env=env, cwd=ROOT, check=False)
    if shown.returncode > 1:
        return shown.returncode
    if os.environ.get("SERVE", "1") == "0":
        return 0
    try:
        return subprocess.run(
            [according, "serve", "--port", os.environ.get("PORT", "8031")], env=env, cwd=ROOT, check=False
        ).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
