"""What a survey prints: slips with codes, posters, the blank for a pen, and the slip of a key holder.

Plain values in, PDF out. Nothing here keeps or logs anything, and no sheet or slip has a number:
a slip must not say where it lay.
"""

from prongsai.collect.surveys.printing.common import survey_title
from prongsai.collect.surveys.printing.form import print_form
from prongsai.collect.surveys.printing.key import print_key
from prongsai.collect.surveys.printing.poster import print_poster
from prongsai.collect.surveys.printing.slips import print_slips

__all__ = ["print_form", "print_key", "print_poster", "print_slips", "survey_title"]
