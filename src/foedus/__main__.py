"""`python -m foedus` is the program."""

import sys

from foedus.cli import main

sys.exit(main())
