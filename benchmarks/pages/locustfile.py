"""A reader for locust: opens one page after the other, as whoever BENCH_COOKIE says is signed in."""

import json
import os
import random

from locust import HttpUser, task

ADDRESSES: list[str] = json.loads(os.environ["BENCH_ADDRESSES"])


class Reader(HttpUser):
    """Waits for nothing between two pages: fifty of these are far more than fifty people."""

    def on_start(self) -> None:
        self.client.cookies.set("sessionid", os.environ["BENCH_COOKIE"])

    @task
    def read(self) -> None:
        address = random.choice(ADDRESSES)  # noqa: S311  # no secret
        with self.client.get(address, name="page", allow_redirects=False, catch_response=True) as response:
            if response.status_code != 200:
                response.failure(f"{response.status_code} for {address}")
