"""`marketcross directory`: what it says, how it ends, and that what ends with 2 wrote nothing."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from marketcross.cli import directory
from marketcross.web.directory.models import ReferralImport, Service

from .test_api_import import foreign

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(borough: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Run the command on services, in the test's own database."""
    monkeypatch.setattr(directory, "with_database", lambda work: work())

    def ask(services: list[dict], *words: str) -> Result:
        page = tmp_path / "page.json"
        page.write_text(json.dumps(services))
        return CliRunner().invoke(
            directory.command, ["import-referral", str(page), "--source", "elsewhere", *words], catch_exceptions=False
        )

    return ask


def test_it_counts_and_writes(run) -> None:
    done = run([foreign()])
    assert (done.exit_code, Service.objects.count()) == (0, 1)
    assert done.output.startswith("1 new, 0 changed, 0 same")


def test_a_dry_run_writes_nothing(run) -> None:
    done = run([foreign()], "--dry-run")
    assert (done.exit_code, Service.objects.count()) == (0, 0)
    assert "dry run" in done.output


def test_one_refused_stops_all_unless_the_rest_is_asked_for(run) -> None:
    services = [foreign(), foreign(name="")]
    stopped = run(services)
    assert (stopped.exit_code, Service.objects.count()) == (2, 0)
    assert "page.json, entry 2" in stopped.output
    assert "--without-refused" in stopped.output
    rest = run(services, "--without-refused")
    assert (rest.exit_code, Service.objects.count()) == (0, 1)
    assert ReferralImport.objects.get().left_out == 1


@pytest.mark.parametrize(
    ("table", "says"), [("a,b\n1,2\n", "term,kind"), ("", "term,kind"), ("term,kind\nJuggling,circus\n", "circus")]
)
def test_a_bad_table_of_kinds_is_refused(run, tmp_path: Path, table: str, says: str) -> None:
    (tmp_path / "kinds.csv").write_text(table)
    done = run([foreign()], "--kinds", str(tmp_path / "kinds.csv"))
    assert (done.exit_code, Service.objects.count()) == (2, 0)
    assert says in done.output
