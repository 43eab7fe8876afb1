"""From a cluster of tellings to an incident (DESIGN.md, Words: origin, account, range, dispute, grade, judgement).

`Assessor` assesses many clusters, `assess` one; `judged` applies what people rejected and corrected, before linking.
"""

from according.assess.assess import Assessor, assess
from according.assess.judged import Judged, judged

__all__ = ["Assessor", "Judged", "assess", "judged"]
