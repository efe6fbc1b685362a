"""``python -m generator`` is the same as ``briefings``."""

import sys

from generator.cli import main

sys.exit(main())
