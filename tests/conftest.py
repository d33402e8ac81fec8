"""What holds for every test: hypothesis sets no time, for the machine may be busy."""

from hypothesis import settings

settings.register_profile("hegui", deadline=None)
settings.load_profile("hegui")
