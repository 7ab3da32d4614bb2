from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "prongsai.trail"
    label = "trail"
