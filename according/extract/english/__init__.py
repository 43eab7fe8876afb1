"""The English reader: a grammar over the parse of those sentences that can hold a claim."""
