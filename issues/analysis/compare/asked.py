"""Which issues a reader compares and in which window; read from an address and written into one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urlencode

from django.urls import reverse

from issues.analysis.windows import CUSTOM, Window

AT_MOST = 6
READ_AT_MOST = 40  # of an address; what is longer was not made here


@dataclass(frozen=True, slots=True)
class Asked:
    """`slugs` as given, once each and in their order; a category asks for its issues beside them."""

    slugs: tuple[str, ...] = ()
    category: str = ""

    @classmethod
    def read(cls, slugs: Iterable[str], params: Mapping[str, str]) -> Self:
        clean = (slug.replace("\0", "").strip()[:100] for slug in list(slugs)[:READ_AT_MOST])
        category = params.get("category", "").replace("\0", "").strip()[:40]
        return cls(tuple(dict.fromkeys(filter(None, clean))), category)

    def without(self, slug: str) -> Self:
        return replace(self, slugs=tuple(each for each in self.slugs if each != slug))

    def address(self, window: Window | None = None) -> str:
        """The address of this comparison; without a window it is the default one."""
        params: list[tuple[str, Any]] = [("issue", slug) for slug in self.slugs]
        if self.category:
            params.append(("category", self.category))
        if window is not None and window.name == CUSTOM:
            params += [("from", window.start.isoformat()), ("to", window.end.isoformat())]
        elif window is not None:
            params.append(("window", window.name))
        return f"{reverse('compare')}?{urlencode(params)}" if params else reverse("compare")
