from django.apps import AppConfig


class ActConfig(AppConfig):
    name = "prongsai.act"
    label = "act"
