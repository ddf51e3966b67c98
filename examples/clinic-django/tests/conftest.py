"""Django, set up for tests: the tables are made once, and every test is undone."""

import os
from collections.abc import Iterator

import django
import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
django.setup()

# Below, because these need the settings.
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="session")
def tables() -> None:
    call_command("migrate", run_syncdb=True, verbosity=0)


@pytest.fixture(autouse=True)
def undone(tables: None) -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
