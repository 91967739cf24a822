package enum MarkupSeed {}
