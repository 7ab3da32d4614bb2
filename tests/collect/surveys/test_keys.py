"""Two holders together open what neither can alone."""

import stat

import pytest
from hypothesis import given, strategies as st

from prongsai.collect.surveys import boxes, keys


@given(st.binary(min_size=32, max_size=32))
def test_a_key_is_read_as_it_was_printed(private):
    text = keys.write_key(private)

    assert keys.read_key(text.upper()[:8] + " " + text[8:] + "\n") == private


@given(
    st.binary(min_size=32, max_size=32),
    st.integers(0, 55),
    st.sampled_from("abcdefghijklmnopqrstuvwxyz234567"),
)
def test_a_wrong_letter_in_a_key_is_found(private, place, letter):
    text = keys.write_key(private)
    if letter != text[place]:
        with pytest.raises(keys.KeyTextError):
            keys.read_key(text[:place] + letter + text[place + 1 :])


@pytest.mark.parametrize("typed", ["", "ไม่ใช่", "aaaa", "a" * 400])
def test_what_is_no_key_is_refused(typed):
    with pytest.raises(keys.KeyTextError):
        keys.read_key(typed)


def holders(*roles):
    made = {role: keys.new_holder_key() for role in roles}
    private = {role: keys.read_key(text) for role, (text, _public) in made.items()}
    return private, {role: public for role, (_text, public) in made.items()}


def test_any_two_of_three_holders_open_the_boxes():
    private, public = holders("admin", "executive", "body")
    kept, box_key, _verify = keys.make_survey_keys(public)
    sealed = boxes.close(b"sheet", box_key)

    for away in private:
        two = {role: key for role, key in private.items() if role != away}
        assert boxes.open_box(sealed, keys.unwrap(kept, two)) == b"sheet"


def test_one_holder_with_a_strange_key_opens_nothing():
    private, public = holders("admin", "executive")
    kept, _box_key, _verify = keys.make_survey_keys(public)
    stranger, _public = holders("executive")

    with pytest.raises(keys.KeysGoneError):
        keys.unwrap(kept, private | stranger)


def test_the_key_file_is_for_our_eyes_only_and_can_be_destroyed(settings, tmp_path):
    settings.SURVEY_KEYS_DIR = tmp_path
    kept, _box_key, _verify = keys.make_survey_keys(holders("admin", "executive")[1])

    keys.keep("abc", kept)

    assert keys.load("abc") == kept
    assert stat.S_IMODE(keys.place_of("abc").stat().st_mode) == 0o600
    keys.destroy("abc")
    keys.destroy("abc")  # again: nothing to do
    with pytest.raises(keys.KeysGoneError):
        keys.load("abc")


@given(st.binary(max_size=60), st.text(alphabet="กขคabcำ้่ ", max_size=600))
def test_a_sheet_comes_out_of_its_box_as_it_went_in(answers, suggestion):
    plain = boxes.pack(answers, suggestion)

    assert boxes.unpack(plain, len(answers)) == (answers, suggestion)
    assert len(plain) == len(boxes.pack(answers, ""))


def test_a_suggestion_that_is_too_long_is_refused():
    with pytest.raises(ValueError, match="1803 bytes"):
        boxes.pack(b"", "ก" * 601)


def test_what_is_no_sheet_is_refused():
    with pytest.raises(boxes.BoxError):
        boxes.unpack(b"\x02" + boxes.pack(b"12", "")[1:], 2)
    with pytest.raises(boxes.BoxError):
        boxes.unpack(boxes.pack(b"12", ""), 3)
