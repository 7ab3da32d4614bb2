"""Run in a site's environment: sets a survey up and prints what a respondent's browser must know of it."""

import json
import sys

import django

django.setup()

from running import begin  # noqa: E402  # tables first

from prongsai.collect.surveys import actions  # noqa: E402

instrument, wanted, office = sys.argv[1], int(sys.argv[2]), sys.argv[3]
stream = "iit" if instrument == "iit" else "eit-code"
heads = {stream: max(wanted, 60)} | ({} if instrument == "iit" else {"eit-self": 300})
begun = begin(instrument=instrument, heads=heads, slug=office)
codes = []
while len(codes) < wanted:
    number = min(actions.MOST_CODES_AT_ONCE, wanted - len(codes))
    codes += actions.issue_codes(survey=begun.survey, stream=stream, number=number, by=None)
rows = {row.code: [choice.code for choice in row.scale.choices] for row in begun.form.rows}
sys.stdout.write(json.dumps({"slug": begun.survey.slug, "pk": begun.survey.pk, "codes": codes, "rows": rows}))
