from tests.collect.gathering import gather

__all__ = ["gather"]
