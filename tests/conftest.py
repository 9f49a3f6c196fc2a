"""What all tests share: random tests are never timed, for a busy machine is no fault of ours."""

import signal
import sys
from pathlib import Path

from hypothesis import settings

settings.register_profile("whosays", deadline=None)
settings.load_profile("whosays")
sys.path.append(str(Path(__file__).parents[1] / "bench"))  # its scripts are tested, too
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A run that a shell started in the background ignores Ctrl-C, and so would all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
