from django.apps import AppConfig


class ScoreConfig(AppConfig):
    name = "prongsai.score"
    label = "score"
