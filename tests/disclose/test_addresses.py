"""Addresses last for ever: these are the ones that were given."""

import pytest

from prongsai.disclose.addresses import Place

SHARED, OWN = Place("trang2"), Place("trang2", "ita.example.invalid")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (SHARED.first_page("th"), "/"),
        (SHARED.first_page("en"), "/en/"),
        (SHARED.office_page("th"), "/trang2/"),
        (SHARED.office_page("en"), "/en/trang2/"),
        (SHARED.result("obec-2565"), "/trang2/ita/obec-2565/"),
        (SHARED.result("obec-2565", "en"), "/en/trang2/ita/obec-2565/"),
        (SHARED.result("obec-2565", "en", version=1), "/en/trang2/ita/obec-2565/versions/1/"),
        (SHARED.data("obec-2565", "result.json"), "/trang2/ita/obec-2565/result.json"),
        (OWN.office_page("th"), "/"),
        (OWN.result("obec-2565"), "/ita/obec-2565/"),
        (OWN.result("obec-2565", "en"), "/en/ita/obec-2565/"),
        (OWN.data("obec-2565", "result.csv", version=2), "/ita/obec-2565/versions/2/result.csv"),
    ],
)
def test_addresses_are_the_ones_that_were_given(address, expected):
    assert address == expected


@pytest.mark.parametrize(
    ("place", "address", "file"),
    [
        (SHARED, "/", "shared/index.html"),
        (SHARED, "/en/", "shared/en/index.html"),
        (SHARED, "/trang2/ita/obec-2565/", "shared/trang2/ita/obec-2565/index.html"),
        (SHARED, "/trang2/ita/obec-2565/result.csv", "shared/trang2/ita/obec-2565/result.csv"),
        (OWN, "/ita/obec-2565/", "hosts/ita.example.invalid/ita/obec-2565/index.html"),
    ],
)
def test_a_file_lies_by_the_address_that_it_stands_for(place, address, file):
    assert str(place.file_of(address)) == file


def test_data_that_nobody_makes_have_no_address():
    with pytest.raises(ValueError, match="'secret' is no file of a result"):
        SHARED.data("obec-2565", "secret")
