"""Letters on the console, until there is a post office."""

from app.domain.interfaces.notification import NotificationPort


class PrintedLetters(NotificationPort):
    async def send(self, to: str, subject: str, body: str) -> None:
        print(f"{to}: {subject}\n{body}")
