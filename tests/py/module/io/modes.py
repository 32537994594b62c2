# oracle: cpython-only
# Modes of open: reading, writing, appending, both at once.
with open("modes.txt", "w") as f:
    f.write("one\ntwo\n")
with open("modes.txt", "a") as f:
    f.write("three\n")
with open("modes.txt") as f:
    print(f.read())
with open("modes.txt", "r+b") as f:
    print(f.read(3), f.seek(4), f.write(b"TWO"), f.tell(), f.read())
with open("modes.txt", "w+") as f:
    f.write("new")
    f.seek(0)
    print(f.read())
with open("modes.txt", "rb") as f:
    print(f.read(), f.read(), f.tell(), f.seek(-1, 2), f.read())
for mode in ("r", "r+", "rb"):
    try:
        open("missing.txt", mode)
    except OSError as e:
        print(mode, e.errno)
f = open("modes.txt")
f.close()
f.close()
try:
    f.read()
except ValueError as e:
    print("closed")
