"""Lists of wars, disputes and crises, one file each."""
