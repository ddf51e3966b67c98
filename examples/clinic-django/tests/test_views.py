"""The calendar, as a browser sees it."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from clinic.appointments.models import Appointment
from clinic.patients.models import Patient

NEXT_WEEK = timezone.now().replace(microsecond=0) + timedelta(days=7)


@pytest.fixture
def patient() -> Patient:
    return Patient.objects.create(name="Ada", born_on=date(1985, 12, 10))


@pytest.fixture
def appointment(patient: Patient) -> Appointment:
    return Appointment.objects.create(patient=patient, doctor="Dr. Snow", starts_at=NEXT_WEEK)


def test_an_empty_calendar_says_so() -> None:
    assert "No appointments" in Client().get("/appointments/").content.decode()


def test_a_booking_appears_in_the_calendar(patient: Patient) -> None:
    booking = {"patient": patient.pk, "doctor": "Dr. Snow", "starts_at": f"{NEXT_WEEK:%F %T}"}

    answer = Client().post("/appointments/book/", booking, follow=True)

    assert "Ada with Dr. Snow" in answer.content.decode()


def test_a_refused_booking_says_why(appointment: Appointment) -> None:
    booking = {
        "patient": appointment.patient.pk,
        "doctor": "Dr. Snow",
        "starts_at": f"{NEXT_WEEK:%F %T}",
    }

    answer = Client().post("/appointments/book/", booking)

    assert "Dr. Snow is busy then" in answer.content.decode()


def test_a_cancelled_appointment_leaves_the_calendar(appointment: Appointment) -> None:
    answer = Client().post(f"/appointments/{appointment.pk}/cancel/", follow=True)

    assert "No appointments" in answer.content.decode()


def test_a_refused_cancellation_says_why(appointment: Appointment) -> None:
    Client().post(f"/appointments/{appointment.pk}/cancel/")

    answer = Client().post(f"/appointments/{appointment.pk}/cancel/", follow=True)

    assert "already cancelled" in answer.content.decode()


def test_an_appointment_can_be_moved(appointment: Appointment) -> None:
    later = NEXT_WEEK + timedelta(days=1)

    Client().post(f"/appointments/{appointment.pk}/move/", {"starts_at": f"{later:%F %T}"})

    appointment.refresh_from_db()
    assert appointment.starts_at == later
