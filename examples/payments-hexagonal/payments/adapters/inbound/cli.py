"""The command line."""

import click

from payments.core.amount import Amount, AmountError
from payments.core.payment import PaymentError
from payments.ports.driving import ChargeCard, PaymentDesk


@click.group()
def cli() -> None:
    """Charge cards and give money back."""


@cli.command()
@click.argument("payer")
@click.argument("card_token")
@click.argument("units", type=int)
@click.option("--currency", default="EUR", show_default=True)
@click.pass_obj
def charge(desk: PaymentDesk, payer: str, card_token: str, units: int, currency: str) -> None:
    """Charge UNITS cents to the card of PAYER."""
    try:
        payment = desk.charge(ChargeCard(payer, card_token, Amount(units, currency)))
    except (AmountError, PaymentError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(payment.id)


@cli.command()
@click.argument("payment_id")
@click.pass_obj
def refund(desk: PaymentDesk, payment_id: str) -> None:
    """Give back what PAYMENT_ID has charged."""
    try:
        payment = desk.refund(payment_id)
    except PaymentError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{payment.amount} given back")
