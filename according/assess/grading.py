"""The grade of an incident: the first that fits, with its reason in one sentence (DESIGN.md, Words: grade)."""

from __future__ import annotations

from collections.abc import Sequence

from according.assess.disputes import rivals
from according.assess.origins import Origins
from according.assess.voices import Witness, key_of
from according.assess.wording import joined
from according.domain.claim import Figure
from according.domain.judgement import Judgement
from according.domain.values import Category, Grade, Measure

HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.CASUALTIES})


def grade_of_accounts(
    witnesses: Sequence[Witness], origins: Origins, judged: tuple[Grade, Judgement] | None = None
) -> tuple[Grade, str]:
    """The grade and why. A person's judgement overrides all else."""
    if judged is not None:
        grade, judgement = judged
        return grade, f"Judged by {judgement.who} on {judgement.at[:10]}: {judgement.why}"
    asserting = [w for w in witnesses if w.asserted]
    admitting = [(w, name) for w in asserting if (name := _admits(w, origins)) is not None]
    if admitting:
        witness, name = admitting[0]
        return Grade.CONFIRMED, f"{witness.name} speaks for the side of {name}, which is said to have done it."
    against = rivals(asserting, origins)
    if against:
        named = [p.name for w in against for p in w.perpetrators(origins).values()]
        return Grade.CONTESTED, f"Accounts name perpetrators of different sides: {joined(named)}."
    if _only_combatants(asserting):
        return Grade.DISCOUNTED, "Every account that counts victims says that only combatants were harmed."
    if len(asserting) > 1:
        return Grade.FAIR, f"{len(asserting)} independent origins tell of it: {joined([w.name for w in asserting])}."
    if asserting:
        return Grade.WEAK, f"One origin tells of it: {asserting[0].name}."
    return Grade.WEAK, "Nobody asserts it firmly."


def _admits(witness: Witness, origins: Origins) -> str | None:
    """Whom it speaks for, where it names its own side as perpetrator."""
    own = {witness.voice.side, key_of(witness.voice.name)} - {None}
    for side, perpetrator in witness.perpetrators(origins).items():
        if side in own or key_of(perpetrator.name) in own:
            return perpetrator.name
    return None


def _only_combatants(witnesses: Sequence[Witness]) -> bool:
    """Some account counts harmed combatants, and none harmed people of any other kind."""
    harmed = {
        s.claim.category
        for w in witnesses
        for s in w.asserted
        if isinstance(s.claim, Figure) and s.claim.measure in HARM and (s.claim.quantity.low != 0)
    }
    return harmed == {Category.COMBATANTS}
