"""How gunicorn serves Prongsai: `gunicorn --config deploy/gunicorn.conf.py prongsai.project.wsgi`.

Nothing that it writes down says who answered a survey, or when: no address, no browser, no address of
a page (it may hold a code), no value, and no time finer than the day.
"""

import sys
from typing import Any

from gunicorn.glogging import Logger

worker_class = "sync"  # one request a worker: the quickest, above all with SQLite
workers = 2  # as many as there are cores
timeout = 30  # seconds; longer than any wait for a lock, so that a respondent hears of it
graceful_timeout = 10  # seconds to end what is under way; a browser's idle connection holds a worker as long
accesslog = None
errorlog = "-"
loglevel = "error"  # a warning names the address that sent a broken request
control_socket_disable = True


class DayLogger(Logger):
    """Writes what broke and where, once a line, with the day."""

    datefmt = "[%Y-%m-%d]"

    def exception(self, msg: str, *_args: Any, **_kwargs: Any) -> None:
        """Gunicorn would add the page's address, and the error its message."""
        kind, _error, trace = sys.exc_info()
        while trace and trace.tb_next:
            trace = trace.tb_next
        where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
        self.error("%s: %s at %s", msg.partition(" %s")[0], getattr(kind, "__name__", ""), where)


logger_class = DayLogger
