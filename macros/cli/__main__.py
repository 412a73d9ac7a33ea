"""Runs the command as `python -m macros.cli`."""

import sys

from macros.cli import main

sys.exit(main())
