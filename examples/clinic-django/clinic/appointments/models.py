"""Who comes when, and to whom."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models

from clinic.patients.models import Patient

LENGTH = timedelta(minutes=20)
NOTICE = timedelta(hours=24)


class AppointmentError(Exception):
    """The calendar does not allow this."""


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def standing(self) -> AppointmentQuerySet:
        return self.filter(state=Appointment.State.BOOKED)

    def upcoming(self, now: datetime) -> AppointmentQuerySet:
        return self.standing().filter(starts_at__gte=now).select_related("patient")

    def clashing(self, doctor: str, starts_at: datetime) -> AppointmentQuerySet:
        return self.standing().filter(
            doctor=doctor, starts_at__gt=starts_at - LENGTH, starts_at__lt=starts_at + LENGTH
        )


class Appointment(models.Model):
    class State(models.TextChoices):
        BOOKED = "booked"
        CANCELLED = "cancelled"

    patient = models.ForeignKey(Patient, on_delete=models.PROTECT, related_name="appointments")
    doctor = models.CharField(max_length=80)
    starts_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=State, default=State.BOOKED)

    objects = AppointmentQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.patient} with {self.doctor}, {self.starts_at:%d %B %H:%M}"

    def book(self, now: datetime) -> None:
        """Enter a new appointment into the calendar."""
        if not self.patient.may_come_alone(self.starts_at.date()):
            raise AppointmentError(f"{self.patient} needs a guardian")
        self._take(self.starts_at, now)

    def move(self, starts_at: datetime, now: datetime) -> None:
        self._must_be_movable(now)
        self._take(starts_at, now)

    def cancel(self, now: datetime) -> None:
        self._must_be_movable(now)
        self.state = self.State.CANCELLED
        self.save()

    def _take(self, starts_at: datetime, now: datetime) -> None:
        if starts_at < now:
            raise AppointmentError("that time has passed")
        if Appointment.objects.clashing(self.doctor, starts_at).exclude(pk=self.pk).exists():
            raise AppointmentError(f"{self.doctor} is busy then")
        self.starts_at = starts_at
        self.save()

    def _must_be_movable(self, now: datetime) -> None:
        if self.state != self.State.BOOKED:
            raise AppointmentError("the appointment is already cancelled")
        if now > self.starts_at - NOTICE:
            raise AppointmentError("less than a day is left; please call")
