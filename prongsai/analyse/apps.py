from django.apps import AppConfig


class AnalyseConfig(AppConfig):
    name = "prongsai.analyse"
    label = "analyse"
