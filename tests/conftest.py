"""What all tests share: random tests are never timed, for a busy machine is no fault of ours."""

from hypothesis import settings

settings.register_profile("whosays", deadline=None)
settings.load_profile("whosays")
