"""The errors of the shop in the language of HTTP."""

from http import HTTPStatus

from fastapi import Request
from fastapi.responses import JSONResponse

from shop.domain.errors import InvalidValueError, NotFoundError

STATUS: dict[type[Exception], HTTPStatus] = {
    NotFoundError: HTTPStatus.NOT_FOUND,
    InvalidValueError: HTTPStatus.UNPROCESSABLE_ENTITY,
}


def answer_shop_error(_: Request, error: Exception) -> JSONResponse:
    status = STATUS.get(type(error), HTTPStatus.CONFLICT)
    return JSONResponse({"detail": str(error)}, status_code=status)
