"""What came in, kept as it came: content-addressed bytes and the log of their handling."""
