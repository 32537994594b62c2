# oracle: hand
# help() is of our own wording; what it lists of an object is what the object has.
help()


class Cup:
    size = 3


help(Cup)
