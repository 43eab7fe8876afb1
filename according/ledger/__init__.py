"""The ledger: reports, readings, judgements, problems and incidents in one embedded database."""
