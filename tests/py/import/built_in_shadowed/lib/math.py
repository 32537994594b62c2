extra = 3
