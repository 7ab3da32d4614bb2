"""Forms of strangers are taken from our own pages only."""

import pytest
from django.http import HttpResponse

from prongsai.people.strangers import from_strangers

OUR_OWN = [
    {},
    {"sec-fetch-site": "same-origin"},
    {"sec-fetch-site": "none"},
    {"origin": "http://testserver"},
    {"sec-fetch-site": "same-origin", "origin": "null"},
]
OTHERS = [
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site", "origin": "http://testserver"},
    {"origin": "https://elsewhere.example"},
    {"origin": "http://testserver.elsewhere.example"},
    {"origin": "http://testserver:8001"},
    {"origin": "null"},
]


def asked(rf, headers, method="post"):
    view = from_strangers(lambda _request: HttpResponse("taken"))
    return view(getattr(rf, method)("/", headers=headers))


@pytest.mark.parametrize("headers", OUR_OWN)
def test_our_own_pages_may_send(rf, headers):
    assert asked(rf, headers).content == b"taken"


@pytest.mark.parametrize("headers", OTHERS)
def test_pages_of_others_may_not(rf, headers):
    refused = asked(rf, headers)

    assert (refused.status_code, "<h1>" in refused.content.decode()) == (403, True)


@pytest.mark.parametrize("headers", OTHERS)
def test_others_may_link_to_us(rf, headers):
    assert asked(rf, headers, "get").status_code == 200
