"""The addresses of the calendar."""

from django.urls import path

from clinic.appointments import views

urlpatterns = [
    path("", views.Calendar.as_view(), name="calendar"),
    path("book/", views.book, name="book"),
    path("<int:pk>/cancel/", views.Cancel.as_view(), name="cancel"),
    path("<int:pk>/move/", views.Move.as_view(), name="move"),
]
