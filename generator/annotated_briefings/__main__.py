"""``python -m annotated_briefings`` is the same as ``briefings``."""

import sys

from annotated_briefings.cli.main import main

sys.exit(main())
