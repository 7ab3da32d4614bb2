from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DiscloseConfig(AppConfig):
    name = "prongsai.disclose"
    label = "disclose"
    verbose_name = _("Public site")
