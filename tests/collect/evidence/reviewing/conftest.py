from judging import anan, busaba, central, chai, other_submission, submission  # noqa: F401  # fixtures
