package enum Cast {}
