from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "prongsai.collect.assessments"
    label = "assessments"
