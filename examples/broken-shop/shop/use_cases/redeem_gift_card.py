"""A customer pays with a gift card."""

from shop.domain.errors import InvalidValueError
from shop.domain.gift_card import GiftCard
from shop.domain.interfaces import GiftCardRepository


class RedeemGiftCard:
    def __init__(self, cards: GiftCardRepository) -> None:
        self._cards = cards

    def execute(self, card_id: str, cents: int) -> GiftCard:
        card = self._cards.get(card_id)
        if card.status != "active" or card.balance_cents < cents:
            raise InvalidValueError(f"gift card {card.id} does not cover {cents} cents")
        card.balance_cents -= cents
        if card.balance_cents == 0:
            card.status = "spent"
        self._cards.save(card)
        return card
