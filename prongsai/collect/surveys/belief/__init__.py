"""Can the answers of a survey be believed? Figures that ask, beside every result; they correct nothing."""

from prongsai.collect.surveys.belief.believe import belief
from prongsai.collect.surveys.belief.beside import Beside
from prongsai.collect.surveys.belief.levels import Level
from prongsai.collect.surveys.belief.record import Belief, belief_of, belief_record
from prongsai.collect.surveys.belief.statistic import Statistic

__all__ = ["Belief", "Beside", "Level", "Statistic", "belief", "belief_of", "belief_record"]
