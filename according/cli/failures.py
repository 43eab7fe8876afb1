"""What an error of the system means for a person, and what to do about it."""

from __future__ import annotations

import errno

_FULL = "the disk is full: free some space and run again"
_FORBIDDEN = "permission denied: check who may read and write it and its folder, or name another place"
_WORDS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: "your share of the disk is used up: free some space and run again",
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: "it lies on a disk that can only be read: name another place",
    errno.ENOTDIR: "a part of this path is a file, not a folder: check the path",
    errno.EISDIR: "this is a folder: name a file",
    errno.EIO: "the disk cannot be read or written: check it, and run again",
    errno.ENAMETOOLONG: "this name is too long: give a shorter one",
}


def words_of(error: OSError) -> str:
    """One line: which file, what is wrong, what to do. Errors that According raises itself say all of it already."""
    if error.errno is None:
        return str(error)
    words = _WORDS.get(error.errno) or error.strerror or str(error)
    return f"{error.filename}: {words}" if error.filename else words
