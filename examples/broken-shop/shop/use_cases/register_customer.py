"""A customer opens an account."""

from dataclasses import dataclass

from shop.domain.customer import Customer
from shop.domain.interfaces import CustomerRepository, OrderIds
from shop.domain.values import Email


@dataclass(frozen=True, slots=True)
class RegisterCustomerRequest:
    name: str
    email: str
    phone: str
    city: str


class RegisterCustomer:
    def __init__(self, customers: CustomerRepository, ids: OrderIds) -> None:
        self._customers = customers
        self._ids = ids

    def execute(self, request: RegisterCustomerRequest) -> Customer:
        email = Email(request.email)
        customer = Customer(
            self._ids.next(), request.name, email.address, request.phone, request.city
        )
        self._customers.save(customer)
        return customer
