"""Sign-in by user name or by e-mail."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from prongsai.people.models import User


class NameOrEmailBackend(ModelBackend):
    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002  # Django passes it
        username: str | None = None,
        password: str | None = None,
        **_kw: Any,
    ) -> User | None:
        typed = (username or "").strip()
        field = "email__iexact" if "@" in typed else "username__iexact"
        user = User.objects.filter(**{field: typed}).first() if typed else None
        if user is None:
            User().set_password(password)  # as slow as for a known name: a stranger learns nothing
            return None
        if user.check_password(password or "") and self.user_can_authenticate(user):
            return user
        return None
