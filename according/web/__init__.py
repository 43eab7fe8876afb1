"""The pages: server-rendered, on this machine only."""
