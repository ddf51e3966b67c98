"""A code that makes an order cheaper."""

import re
from typing import Any

import click

PATTERN = re.compile(r"[A-Z]{4}-(\d{1,2})")


class VoucherCode(click.ParamType):
    name = "voucher"

    def convert(self, value: Any, param: Any, ctx: Any) -> int:
        """Return the discount in percent that the code stands for."""
        match = PATTERN.fullmatch(value)
        if match is None:
            self.fail(f"{value} is not a voucher", param, ctx)
        return int(match[1])
