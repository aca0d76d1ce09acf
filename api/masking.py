"""Contact details taken out of what is shown; see `graph.masking`, which exports use too."""

from __future__ import annotations

from graph.masking import MASKED_EMAIL, MASKED_PHONE, mask, masked_stretches

__all__ = ["MASKED_EMAIL", "MASKED_PHONE", "mask", "masked_stretches"]
