"""According: every figure is according to someone."""

__version__ = "0.1.0"
