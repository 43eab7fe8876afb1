"""From a cluster of tellings to an incident (DESIGN.md, Words: origin, account, range, dispute, grade, judgement).

`Assessor` assesses many clusters, `assess` one; `judged` applies what people rejected and corrected, before linking,
`amended` what they corrected of one claim; FIELDS can be corrected.
"""

from according.assess.assess import Assessor, assess
from according.assess.fields import FIELDS, OF_QUANTITY, fields_of, read_field
from according.assess.judged import Judged, amended, judged

__all__ = ["FIELDS", "OF_QUANTITY", "Assessor", "Judged", "amended", "assess", "fields_of", "judged", "read_field"]
