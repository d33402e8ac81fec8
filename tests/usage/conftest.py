"""Built once a session: the distributions of hegui, and an environment with its wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.usage.environments import ROOT, Environment, build


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel made from it."""
    folder = tmp_path_factory.mktemp("dist")
    build(ROOT, folder)
    return folder


@pytest.fixture(scope="session")
def wheel(distributions: Path) -> Path:
    """The wheel."""
    (file,) = distributions.glob("*.whl")
    return file


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Environment:
    """An environment with nothing but the wheel and what it needs."""
    return Environment(tmp_path_factory.mktemp("installed") / "venv", wheel)
