package enum PressSeed {}
