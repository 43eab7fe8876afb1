"""The Arabic reader: a pattern grammar over the normalised words of every readable sentence; no parser."""
