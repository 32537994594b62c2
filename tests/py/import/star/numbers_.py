one = 1
two = 2
_hidden = 3
