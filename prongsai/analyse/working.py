"""The working of a figure: see `prongsai.score.working`, where the result page needs it too."""

from prongsai.score.working import Step as Step, explain as explain, steps as steps
