"""Addresses of the surveys of one assessment, below its own."""

from django.urls import include, path

from prongsai.collect.surveys import urls_import, urls_paper
from prongsai.collect.surveys.workspace import (
    board,
    giving_up_screens,
    handing_out,
    keys_made,
    listing,
    preparing,
    results,
    sealing_screens,
    setting_up,
)

_OF_ONE = [
    path("", preparing.show_survey, name="surveys_show"),
    path("set-up/", setting_up.set_up, name="surveys_set_up"),
    path("keys/<slug:role>/", keys_made.make_key, name="surveys_key"),
    path("key-slip/", keys_made.print_slip, name="surveys_key_slip"),
    path("reset-keys/", keys_made.reset, name="surveys_reset_keys"),
    path("ready/", preparing.make_ready, name="surveys_make_ready"),
    path("codes/<slug:stream>/", handing_out.hand_out_codes, name="surveys_codes"),
    path("codes/<slug:stream>/cancel/", handing_out.cancel_codes, name="surveys_cancel_codes"),
    path("poster/<slug:paper>.pdf", handing_out.give_poster, name="surveys_poster"),
    path("form/<slug:language>.pdf", handing_out.give_form, name="surveys_form"),
    path("board/", board.show_board, name="surveys_board"),
    path("files/<str:file>", results.give_file, name="surveys_file"),
    path("seal/propose/", sealing_screens.propose, name="surveys_propose"),
    path("seal/withdraw/", sealing_screens.withdraw, name="surveys_withdraw"),
    path("seal/finish/", sealing_screens.finish, name="surveys_finish"),
    path("seal/", sealing_screens.seal, name="surveys_seal"),
    path("give-up/", giving_up_screens.propose, name="surveys_give_up"),
    path("give-up/withdraw/", giving_up_screens.withdraw, name="surveys_keep"),
    path("give-up/confirm/", giving_up_screens.confirm, name="surveys_given_up"),
]
urlpatterns = [
    path("", listing.list_surveys, name="surveys_list"),
    path("<slug:instrument>/", include(_OF_ONE)),
    path("<slug:instrument>/paper/", include(urls_paper)),
    path("<slug:instrument>/", include(urls_import)),
]
