"""Speakers over a whole Arabic report, doubts of the next line, denials of what was told. Every report is invented."""

from __future__ import annotations

import pytest

from according.clean import layout_of, report_of
from according.domain.claim import Claim
from according.domain.mention import Mentions
from according.domain.protocols import Prepared
from according.domain.report import Capture
from according.domain.values import EventType, Modality
from according.extract.arabic.reader import ArabicReader

READER = ArabicReader()


def claims(text: str) -> dict[str, Claim]:
    """The claims of a report by their words."""
    report = report_of(Capture(text, "r", "0" * 64, 0, 1, "text/1", "in.txt"))
    (reading,) = READER.read([Prepared(report, layout_of(report), Mentions())])
    return {claim.anchor: claim for claim in reading.claims}


def test_a_description_means_the_one_whom_the_report_names() -> None:
    found = claims(
        "قالت الشبكة المختلقة لحقوق الناس إن أربعة مدنيين قُتلوا بقصف على الحقل.\n"
        "وأضافت الشبكة أن سبعة عمال أصيبوا في المزرعة.\n"
        "وأشار التقرير إلى أن تسعة رجال اعتقلوا."
    )
    speakers = {words: claim.attribution for words, claim in found.items() if claim.kind.value == "figure"}
    assert set(speakers.values()) == {("الشبكة المختلقة لحقوق الناس",)}
    assert len(speakers) == 3


def test_the_publisher_s_own_reporter_is_named_with_the_publisher_where_the_report_does() -> None:
    found = claims("قُتل أربعة مدنيين بقصف على الحقل، حسب ما أفاد مراسل شبكة مختلقة.\nوقال مراسلنا إن سبعة عمال أصيبوا.")
    assert found["سبعة عمال"].attribution == ("مراسل شبكة مختلقة",)


def test_a_colon_at_the_end_of_a_line_lets_its_speaker_speak_on() -> None:
    found = claims("المرصد المختلق:\nمقتل أربعة مدنيين بقصف على الحقل.\nإصابة سبعة عمال في المزرعة.")
    assert found["أربعة مدنيين"].attribution == ("المرصد المختلق",)
    assert found["سبعة عمال"].attribution == ("المرصد المختلق",)


def test_what_the_next_line_says_nobody_could_verify_is_purported() -> None:
    told = "أعلنت الجماعة المختلقة أنها قتلت أربعة جنود في كمين."
    assert claims(told)["أربعة جنود"].modality is Modality.ASSERTED
    assert claims(f"{told} ولم يتسن التحقق من ذلك.")["أربعة جنود"].modality is Modality.PURPORTED


@pytest.mark.parametrize(
    ("denial", "words"),
    [
        ("فيما نفت وزارة الدفاع ذلك.", "ذلك"),
        ("ونفت وزارة الدفاع هذه الاتهامات.", "هذه الاتهامات"),
        ("ونفت وزارة الدفاع مسؤوليتها عن الإعدام.", "مسؤوليتها"),
    ],
)
def test_a_denial_of_what_was_told_is_an_event_of_its_type(denial: str, words: str) -> None:
    found = claims(f"اتهمت منظمة مختلقة المسلحين بإعدام أسرى في الحقل، {denial}")
    told = [claim for claim in found.values() if claim.modality is not Modality.DENIED]
    denied = found[words]
    assert denied.modality is Modality.DENIED
    assert denied.attribution == ("وزارة الدفاع",)
    assert denied.label == EventType.ATTACK.value
    assert {claim.label for claim in told} == {EventType.ATTACK.value}


def test_a_weapon_whose_use_is_denied() -> None:
    found = claims("أقرت القيادة بقصف الحي لكنها نفت استخدام غاز الكلور.")
    assert found["استخدام غاز الكلور"].label == EventType.CHEMICAL_WEAPON.value
    assert found["استخدام غاز الكلور"].modality is Modality.DENIED


def test_not_to_deny_is_no_denial() -> None:
    assert all(
        claim.modality is not Modality.DENIED for claim in claims("قُصف الحي أمس، ولم تنف وزارة الدفاع ذلك.").values()
    )
