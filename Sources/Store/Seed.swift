package enum StoreSeed {}
