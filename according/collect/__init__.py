"""The outside world -> captures: files of texts, each with its metadata and its place in the bytes received."""
