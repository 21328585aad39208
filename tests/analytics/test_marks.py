"""What came in time, to the day: a reply within 30 days, an interview within 60."""

import pytest

from services.analytics.marks import (
    COUNTED,
    INTERVIEW_IN_TIME,
    INTERVIEW_TOLD,
    INTERVIEWED,
    REPLIED,
    REPLY_IN_TIME,
    REPLY_TOLD,
    timely,
)

SENT, HEARD, MET = COUNTED, COUNTED | REPLIED, COUNTED | REPLIED | INTERVIEWED


@pytest.mark.parametrize(
    ("reached", "age", "wait", "until_interview", "told"),
    [
        (SENT, 29, 29, None, 0),
        (SENT, 30, 30, None, REPLY_TOLD),
        (HEARD, 29, 5, None, 0),
        (HEARD, 30, 30, None, REPLY_TOLD | REPLY_IN_TIME),
        (HEARD, 31, 31, None, REPLY_TOLD),
        (HEARD, 31, None, None, 0),
        (0, 31, 20, None, 0),
        (MET, 59, 31, 59, REPLY_TOLD),
        (MET, 60, 31, 60, REPLY_TOLD | INTERVIEW_TOLD | INTERVIEW_IN_TIME),
        (MET, 61, 31, 61, REPLY_TOLD | INTERVIEW_TOLD),
        (MET, 61, 31, None, REPLY_TOLD),
        (HEARD, 60, 31, None, REPLY_TOLD | INTERVIEW_TOLD),
    ],
)
def test_a_mark_is_given_once_its_time_is_over(reached, age, wait, until_interview, told):
    assert timely(reached, age, wait, until_interview) == told
