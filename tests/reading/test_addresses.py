import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.reading.addresses import InvalidAddress, canonical_address


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("HTTP://News.Example:80/A?b=1#top", "http://news.example/A?b=1"),
        ("https://news.example:443", "https://news.example/"),
        ("https://news.example:8443/x", "https://news.example:8443/x"),
        ("https://news.example/a?utm_source=rss&id=7&fbclid=x&UTM_Medium=y", "https://news.example/a?id=7"),
        ("https://news.example/a?utm_source=rss", "https://news.example/a"),
        ("https://news.example/a?q=&r", "https://news.example/a?q=&r"),
        ("https://новости.рф/статья", "https://xn--b1amnebsh.xn--p1ai/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F"),
        ("https://news.example/%7euser/%e2%82%ac/a%2Fb", "https://news.example/~user/%E2%82%AC/a%2Fb"),
        ("https://news.example/a/./b/../c/..", "https://news.example/a/"),
        ("https://news.example./a", "https://news.example/a"),
        ("  https://news.example/a\n", "https://news.example/a"),
        ("https://news.example/a b", "https://news.example/a%20b"),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
    ],
)
def test_one_spelling(address: str, expected: str) -> None:
    assert canonical_address(address) == expected


@pytest.mark.parametrize(
    "address",
    [
        "",
        "news.example/a",
        "ftp://news.example/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://",
        "http:///path",
        "http://user:secret@news.example/",
        "http://user@news.example/",
        "http://news.example:port/",
        "http://news.example:99999/",
        "http://[::1",
        "http://exa mple/",
        "http://-bad.example/",
        "https://news.example/" + "a" * 2000,
    ],
)
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(InvalidAddress):
        canonical_address(address)


@given(
    path=st.text(max_size=40),
    query=st.text(alphabet=string.printable + "éя", max_size=40),
    host=st.from_regex(r"[A-Za-z]{1,8}(\.[a-z0-9]{1,8}){1,2}", fullmatch=True),
)
def test_the_canonical_spelling_is_its_own(path: str, query: str, host: str) -> None:
    try:
        once = canonical_address(f"https://{host}/{path}?{query}")
    except InvalidAddress:
        return
    assert canonical_address(once) == once
    assert once.isascii()
    assert not set(once) & set(string.whitespace)
