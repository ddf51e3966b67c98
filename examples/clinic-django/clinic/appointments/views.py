"""The calendar in a browser."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.views import View
from django.views.decorators.http import require_http_methods
from django.views.generic import FormView, ListView

from clinic.appointments.forms import BookingForm, MoveForm
from clinic.appointments.models import Appointment, AppointmentError


@require_http_methods(["GET", "POST"])
def book(request: HttpRequest) -> HttpResponse:
    form = BookingForm(request.POST or None)
    if form.is_valid():
        try:
            form.save(commit=False).book(timezone.now())
        except AppointmentError as error:
            form.add_error(None, str(error))
        else:
            return redirect("calendar")
    return render(request, "appointments/form.html", {"form": form})


class Calendar(ListView):
    template_name = "appointments/calendar.html"

    def get_queryset(self) -> QuerySet[Appointment]:
        return Appointment.objects.upcoming(timezone.now()).order_by("starts_at")


class Cancel(View):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        appointment = get_object_or_404(Appointment, pk=pk)
        try:
            appointment.cancel(timezone.now())
        except AppointmentError as error:
            messages.error(request, str(error))
        return redirect("calendar")


class Move(FormView):
    form_class = MoveForm
    template_name = "appointments/form.html"
    success_url = reverse_lazy("calendar")

    def form_valid(self, form: MoveForm) -> HttpResponse:
        appointment = get_object_or_404(Appointment, pk=self.kwargs["pk"])
        try:
            appointment.move(form.cleaned_data["starts_at"], timezone.now())
        except AppointmentError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        return super().form_valid(form)
