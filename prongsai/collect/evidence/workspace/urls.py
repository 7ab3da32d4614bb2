"""Addresses of an office's items, below those of their assessment."""

from django.urls import include, path

from prongsai.collect.evidence.captured import screens as captured
from prongsai.collect.evidence.workspace import deciding, item, links, listing, rehearsing, replies

_OF_ITEM = [
    path("", item.show_item, name="evidence_item"),
    path("send/", item.send, name="evidence_item_send"),
    path("approve/", item.approve_one, name="evidence_item_approve"),
    path("take-back/", item.take_back, name="evidence_item_take_back"),
    path("copy/", item.copy, name="evidence_item_copy"),
    path("check/", rehearsing.ask_for_item, name="evidence_item_check"),
    path("reply/", replies.reply, name="evidence_item_reply"),
    path("links/new/", links.add_link, name="evidence_link_add"),
    path("links/<int:pk>/", links.change_link, name="evidence_link_change"),
    path("links/<int:pk>/remove/", links.remove_link, name="evidence_link_remove"),
    path("links/<int:pk>/move/", links.move_link, name="evidence_link_move"),
    path("days/", captured.show_days, name="evidence_days"),
    path("days/compare/", captured.compare_days, name="evidence_compare"),
    path("findings/<int:pk>/", links.overrule_finding, name="evidence_finding_overrule"),
]
urlpatterns = [
    path("", listing.list_items, name="evidence_list"),
    path("set-up/", listing.set_up, name="evidence_set_up"),
    path("assign/", listing.assign, name="evidence_assign"),
    path("all/<slug:what>/", listing.do_with_all, name="evidence_all"),
    path("one-page/", deciding.summarise, name="evidence_summary"),
    path("approve/", deciding.approve_many, name="evidence_approve"),
    path("rehearsal/", rehearsing.show_rehearsal, name="evidence_rehearsal"),
    path("rehearsal/ask/", rehearsing.ask, name="evidence_ask"),
    path("captures/<int:capture>/", captured.give_package, name="evidence_package"),
    path("items/<slug:item>/", include(_OF_ITEM)),
]
