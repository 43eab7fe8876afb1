"""How claims are printed with the words that carry them, and what people judged of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from according.app.show import Evidence


class Words:
    """Prints claims with their words, each once: where it comes again, its number stands for it."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._numbers: dict[str, int] = {}

    @property
    def claims(self) -> list[str]:
        """The ids of the claims that were printed, in the order of their numbers."""
        return list(self._numbers)

    def tell(self, evidence: Sequence[Evidence]) -> None:
        from rich.padding import Padding

        from according.cli.console import cell
        from according.export.wording import claim_words

        for item in evidence:
            if item.claim.id not in self._numbers:
                self._numbers[item.claim.id] = len(self._numbers) + 1
                self._print(item, f"[{len(self._numbers)}] ")
            else:
                again = f"[{self._numbers[item.claim.id]}] {claim_words(item.claim)}: as above"
                self._console.print(Padding(cell(again, style="dim"), (0, 0, 0, 2), expand=False))

    def _print(self, item: Evidence, number: str) -> None:
        """What is claimed, by whom, how firmly; then the report and the sentence with the words marked."""
        from rich.padding import Padding

        from according.cli.console import cell
        from according.cli.marking import mark
        from according.export.judgement_words import judgement_words, read_words
        from according.export.wording import claim_words, day_words, short

        claim, report = item.claim, item.report
        speaker = "; ".join(item.speakers) or f"{report.publisher or 'the publisher'} in its own voice"
        about = [f"by {claim.perpetrator}" if claim.perpetrator else "", claim.place or ""]
        about.append(day_words(claim.date) if claim.date else "")
        details = "; ".join(part for part in about if part)
        told = f"{number}{claim_words(claim)}, {claim.modality.value} by {speaker}"
        self._console.print(Padding(cell(f"{told} ({details})" if details else told), (0, 0, 0, 2), expand=False))
        source = ", ".join(part for part in (report.publisher, report.published) if part)
        known = f"claim {short(claim.id)}, report {report.given_id}"
        head = cell(known + (f" ({source})" if source else "") + ": ", style="dim")
        span = (claim.start - item.sentence_start, claim.end - item.sentence_start)
        self._console.print(Padding(head + mark(item.sentence, [(*span, "")]), (0, 0, 0, 6), expand=False))
        for judgement in item.judgements:
            self._console.print(Padding(cell(judgement_words(judgement), style="bold"), (0, 0, 0, 6), expand=False))
        if item.read is not None:
            as_read = ", ".join(read_words(item.read, item.claim))
            self._console.print(Padding(cell(f"read as {as_read}", style="dim"), (0, 0, 0, 6), expand=False))
