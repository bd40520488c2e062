"""Were alliances reliable? Coded promises put to wars, and what each ally did: several rules side by side."""
