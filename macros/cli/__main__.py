"""Makes `python -m macros.cli` the same as the command `kunskapsbank`."""

import sys

from macros.cli import main

sys.exit(main())
