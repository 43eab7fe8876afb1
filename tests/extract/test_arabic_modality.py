"""How firmly an Arabic line tells of something. Every sentence is invented; the word in question stands in brackets."""

from __future__ import annotations

import pytest

from according.domain.report import Sentence
from according.domain.values import Modality, ZoneKind
from according.extract.arabic.line import line_of
from according.extract.arabic.modality import modality_of, unverified
from according.text.arabic import clean_text


def modality(marked: str) -> Modality:
    """The modality of the words between "[" and "]"."""
    before, _, rest = marked.partition("[")
    inside, _, after = rest.partition("]")
    text = before + inside + after
    line = line_of(text, clean_text(text), Sentence(0, len(text), 0, ZoneKind.BODY), 0)
    first = line.word_at(len(before))
    return modality_of(line, first, line.word_at(len(before) + len(inside)) - 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نفى الجيش [قصف] السوق.", Modality.DENIED),
        ("الجيش ينفي [قصف] السوق", Modality.DENIED),
        ("كذّبت الوزارة الأنباء عن [مقتل] ضابط.", Modality.DENIED),
        ("قال الناطق: لم [نقصف] السوق.", Modality.DENIED),
        ("نفى الناطق مقتل [20 جنديا]، مؤكدا مقتل جنديين.", Modality.DENIED),
        ("نفى الناطق مقتل 20 جنديا، مؤكدا مقتل [جنديين].", Modality.ASSERTED),
        ("نفى الجيش قصف السوق بعدما [قُتل] عامل هناك.", Modality.ASSERTED),
        ("لم تؤكد الحكومة ولم تنف [الغارة] على المستودع.", Modality.PURPORTED),
        ("لم يُقتل [أحد] في القصف.", Modality.NEGATED),
        ("وأكد أن [أحداً] لم يُقتل.", Modality.NEGATED),
        ("سقطت قذيفة ولم تسفر عن [ضحايا].", Modality.NEGATED),
        ("رغم عدم وجود أي [اشتباك] هناك.", Modality.NEGATED),
        ("قصف السوق دون تسجيل [إصابات].", Modality.NEGATED),
        ("أحبط الأمن [تفجيرا] قرب السوق واعتقل رجلين.", Modality.NEGATED),
        ("أحبط الأمن تفجيرا قرب السوق واعتقل [رجلين].", Modality.ASSERTED),
        ("لم تعلن أي جهة مسؤوليتها عن [الهجوم].", Modality.ASSERTED),
        ("أنباء عن [مقتل] ضابط في القصف.", Modality.PURPORTED),
        ("وردت معلومات غير مؤكدة عن [خطف] عامل.", Modality.PURPORTED),
        ("أفادت وكالة أنباء مختلقة بأن الجيش [قصف] السوق.", Modality.ASSERTED),
        ("[خمسة عمال] يُعتقد أنهم قُتلوا في النفق.", Modality.PURPORTED),
        ("قُتل [خمسة عمال] برصاص رجال يُعتقد أنهم من عصابة.", Modality.ASSERTED),
        ("رجّح خبراء أن [الهجوم] نفذه رجل.", Modality.PURPORTED),
        ("أعلن الفصيل أنه قتل [خمسة جنود]، ولم يتسن التحقق من ذلك.", Modality.PURPORTED),
        ("زعم الفصيل أنه [قصف] السوق.", Modality.ASSERTED),
        ("هل [قصف] الجيش السوق؟", Modality.PURPORTED),
        ("وسط مخاوف من [هجوم] جديد، أغلقت السوق.", Modality.FEARED),
        ("حذرت المنظمة من [نزوح] واسع.", Modality.FEARED),
        ("يُخشى أن يكون [خمسة عمال] قد قضوا.", Modality.FEARED),
        ("قالت المنظمة إن [ألف مدني] قد يفرون.", Modality.FEARED),
        ("وقع ما كان الأهالي يخشونه: [اقتحم] المسلحون المخيم.", Modality.ASSERTED),
        ("يخشى الأهالي هجوما بعد [مقتل] ضابط.", Modality.ASSERTED),
        ("إصابة عامل بجروح خطرة جراء [قصف] السوق.", Modality.ASSERTED),
        ("يهدد القصف حياة [ألف مدني].", Modality.FEARED),
        ("هدد القائد [بقصف] السوق.", Modality.PLANNED),
        ("يعتزم الفصيل شن [هجوم] على القرية.", Modality.PLANNED),
        ("معلومات عن نية الفصيل شن [هجوم] على القرية.", Modality.PLANNED),
        ("خرج عشرة، على أن يخرج [خمسون مدنيا] غدا.", Modality.PLANNED),
        ("شدد على أن الجيش [قصف] السوق.", Modality.ASSERTED),
        ("قال الجيش إنه [سيقصف] السوق.", Modality.PLANNED),
        ("[الهجوم] المزعوم على السوق", Modality.PURPORTED),
        ("تدمير البنية التحتية في [قصف] السوق", Modality.ASSERTED),
        ("قُتل [طالب] في القصف.", Modality.ASSERTED),
    ],
)
def test_how_firmly(text: str, expected: Modality) -> None:
    assert modality(text) is expected


def test_a_line_that_says_that_nobody_could_verify() -> None:
    for text, expected in (("ولم يتسن التحقق من ذلك.", True), ("وتحقق الأطباء من ذلك.", False)):
        line = line_of(text, clean_text(text), Sentence(0, len(text), 0, ZoneKind.BODY), 0)
        assert unverified(line) is expected
