package enum PrepressSeed {}
