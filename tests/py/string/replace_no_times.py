# oracle: reference
# With a count of 0 replace does not look at its other arguments.
print("abc".replace(1, 2, 0), b"abc".replace(1, 2, 0))
try:
    "abc".replace(1, 2, 1)
except TypeError as e:
    print(e)
