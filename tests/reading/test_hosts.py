import pytest

from issues.reading.hosts import country_of_address, party_of_address


@pytest.mark.parametrize(
    ("url", "party"),
    [
        ("https://www.state.gov/briefings/1/", "US"),
        ("https://www.gov.uk/government/news", "GB"),
        ("https://mid.ru/ru/press_service/1/", "RU"),
        ("https://www.mfa.gov.tr/statement", "TR"),
        ("https://www.mofa.go.jp/press/", "JP"),
        ("https://commission.europa.eu/news", "EU"),
        ("https://courier.example.ru/news", None),
        ("https://example.com/gov", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_whose_an_official_site_is(url: str, party: str | None) -> None:
    assert party_of_address(url) == party


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://courier.example.ru/news", "RU"),
        ("https://example.co.uk/news", "GB"),
        ("https://example.com/news", None),
        ("https://example.tv/news", None),  # a domain sold to anybody
        ("http://[", None),
        ("", None),
    ],
)
def test_in_which_countrys_domain_an_address_is(url: str, country: str | None) -> None:
    assert country_of_address(url) == country
