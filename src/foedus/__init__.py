"""foedus: what an alliance promised, whether it came due, whether it was kept."""
