place = 1
