"""The addresses of the clinic."""

from django.urls import include, path

urlpatterns = [path("appointments/", include("clinic.appointments.urls"))]
