"""What fills the address of bringing in an export: a survey of which both offices have answers."""

from world import register


@register
def an_export(*, office, marker, by):
    return {"surveys_import:instrument": "iit"}
