"""Why a look ended before there was an answer."""

from __future__ import annotations

from prongsai.collect.evidence.fetching.fetched import Trouble


class Stopped(Exception):
    """Raised inside this part only; `Fetcher` turns it into the trouble of a `Fetched`."""

    def __init__(self, trouble: Trouble, why: str) -> None:
        super().__init__(why)
        self.trouble = trouble


class ForbiddenError(Stopped):
    """Not a public address of the web. Nothing was sent to it."""

    def __init__(self, why: str) -> None:
        super().__init__(Trouble.FORBIDDEN, why)


class BadAddressError(Stopped):
    """No address of http or https, or one that two readers may read differently."""

    def __init__(self, why: str) -> None:
        super().__init__(Trouble.BAD_ADDRESS, why)
