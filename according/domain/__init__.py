"""The words of According as frozen typed values. Standard library only; no input or output, no clock."""
