"""Who comes to the clinic."""

from __future__ import annotations

from datetime import date

from django.db import models

FULL_AGE = 18


class Patient(models.Model):
    name = models.CharField(max_length=80)
    born_on = models.DateField()
    guardian = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="wards"
    )

    def __str__(self) -> str:
        return self.name

    def age_on(self, day: date) -> int:
        had_birthday = (day.month, day.day) >= (self.born_on.month, self.born_on.day)
        return day.year - self.born_on.year - (0 if had_birthday else 1)

    def may_come_alone(self, day: date) -> bool:
        return self.age_on(day) >= FULL_AGE or self.guardian is not None
