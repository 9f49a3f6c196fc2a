"""The report on an archive: pages about all of it, about each text and about each rule, as values that front writes."""
