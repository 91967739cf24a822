package enum WebSeed {}
