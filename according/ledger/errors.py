"""What a ledger says when it cannot do what is asked."""

from __future__ import annotations


class LedgerError(OSError):
    """The ledger cannot be opened, read or written. The message says why and what to do; nothing was half-written."""
