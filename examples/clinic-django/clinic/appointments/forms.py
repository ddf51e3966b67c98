"""What a browser may send."""

from django import forms

from clinic.appointments.models import Appointment


class BookingForm(forms.ModelForm):
    class Meta:
        model = Appointment
        fields = ("patient", "doctor", "starts_at")


class MoveForm(forms.Form):
    starts_at = forms.DateTimeField()
