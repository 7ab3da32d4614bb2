"""A file of answers is read from memory: not even for the time of a request does it lie on a disk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import MemoryFileUploadHandler


class OnlyMemory(MemoryFileUploadHandler):
    """Takes files up to the size that a form may have at all. Larger ones are dropped: the form says so."""

    def handle_raw_input(self, _data: Any, _meta: Any, content_length: int, *_more: Any) -> None:
        self.activated = content_length <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE
