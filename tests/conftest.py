"""What holds for every test: hypothesis sets no time, for the machine may be busy; the cache is one of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("hegui", deadline=None)
settings.load_profile("hegui")


@pytest.fixture(autouse=True, scope="session")
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The user's own results are neither read nor touched, by this process and those it starts."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEGUI_CACHE_DIR", str(folder))
        yield folder
