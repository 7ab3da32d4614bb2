from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "prongsai.collect.surveys"
    label = "surveys"
