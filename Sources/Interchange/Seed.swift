package enum InterchangeSeed {}
