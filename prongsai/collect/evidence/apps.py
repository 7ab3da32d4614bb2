from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "prongsai.collect.evidence"
    label = "evidence"
