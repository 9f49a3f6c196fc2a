"""What all tests share: random tests are never timed, for a busy machine is no fault of ours."""

import sys
from pathlib import Path

from hypothesis import settings

settings.register_profile("whosays", deadline=None)
settings.load_profile("whosays")
sys.path.append(str(Path(__file__).parents[1] / "bench"))  # its scripts are tested, too
