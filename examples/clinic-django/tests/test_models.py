"""The models keep the rules of the clinic."""

from datetime import UTC, date, datetime, timedelta

import pytest

from clinic.appointments.models import Appointment, AppointmentError
from clinic.patients.models import Patient

NOW = datetime(2026, 5, 4, 8, tzinfo=UTC)
FRIDAY = datetime(2026, 5, 8, 9, tzinfo=UTC)


def ada() -> Patient:
    return Patient.objects.create(name="Ada", born_on=date(1985, 12, 10))


def booked(starts_at: datetime = FRIDAY) -> Appointment:
    appointment = Appointment(patient=ada(), doctor="Dr. Snow", starts_at=starts_at)
    appointment.book(NOW)
    return appointment


@pytest.mark.parametrize(
    ("day", "age"), [(date(2026, 12, 9), 40), (date(2026, 12, 10), 41), (date(2027, 1, 1), 41)]
)
def test_a_patient_ages_on_the_birthday(day: date, age: int) -> None:
    assert ada().age_on(day) == age


def test_a_child_needs_a_guardian() -> None:
    child = Patient.objects.create(name="Byron", born_on=date(2020, 5, 12))

    with pytest.raises(AppointmentError, match="guardian"):
        Appointment(patient=child, doctor="Dr. Snow", starts_at=FRIDAY).book(NOW)


def test_a_child_with_a_guardian_may_come() -> None:
    child = Patient.objects.create(name="Byron", born_on=date(2020, 5, 12), guardian=ada())

    assert child.may_come_alone(FRIDAY.date())


@pytest.mark.parametrize("minutes", [-19, 0, 19])
def test_a_doctor_sees_one_patient_at_a_time(minutes: int) -> None:
    booked()

    with pytest.raises(AppointmentError, match="busy"):
        booked(FRIDAY + timedelta(minutes=minutes))


def test_the_next_appointment_starts_when_the_last_ends() -> None:
    booked()

    assert booked(FRIDAY + timedelta(minutes=20)).pk


def test_a_cancelled_appointment_frees_its_time() -> None:
    booked().cancel(NOW)

    assert booked().pk


def test_an_appointment_may_overlap_its_old_time() -> None:
    appointment = booked()

    appointment.move(FRIDAY + timedelta(minutes=5), NOW)

    assert appointment.starts_at.minute == 5


def test_the_past_cannot_be_booked() -> None:
    with pytest.raises(AppointmentError, match="passed"):
        booked(NOW - timedelta(hours=1))


def test_nobody_cancels_on_the_day() -> None:
    with pytest.raises(AppointmentError, match="please call"):
        booked().cancel(FRIDAY - timedelta(hours=2))
