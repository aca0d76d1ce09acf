"""Fixtures of all tests: ``shared_folder``, the real documents and gold beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the real documents (../shared) are not beside this checkout")
    return SHARED
