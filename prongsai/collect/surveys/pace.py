"""A gentle ceiling for sheets that come without proof of work, for a whole survey and not for an address.

An office behind one router shares one address, so addresses are neither kept nor counted. One number
a survey says when the next sheet is due; it is overwritten and is the only thing finer than a day.
"""

from __future__ import annotations

import time

from django.db.models import F, Value
from django.db.models.functions import Greatest

from prongsai.collect.surveys.models import Survey

EVERY_SECONDS = 2
AT_ONCE = 100  # a full hall may send at the same moment


def keep_pace(survey: Survey) -> bool:
    """Take a place in the flow; False where there is none just now."""
    now = int(time.time())
    due = Greatest(F("pace"), Value(now)) + EVERY_SECONDS
    return bool(Survey.objects.filter(pk=survey.pk, pace__lte=now + EVERY_SECONDS * AT_ONCE).update(pace=due))
