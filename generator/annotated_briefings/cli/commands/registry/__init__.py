"""Commands about the lists that briefs name things of: ``entities``, ``tags`` and ``stories``."""
