"""News for customers."""

from shop.adapters.mail import send_mail


def announce(address: str, text: str) -> None:
    send_mail(address, f"{text}. Yours, the shop")
