# oracle: cpython-only
# Text streams count characters, not bytes.
import io

text = "aä€😀z\nölf\n"
s = io.StringIO(text)
print([s.read(1) for _ in range(7)], s.read(2), repr(s.read(10)), repr(s.read(1)))
s = io.StringIO(text)
print(repr(s.readline()), repr(s.readline()), repr(s.readline()))
with open("characters.txt", "w") as f:
    f.write(text)
with open("characters.txt") as f:
    print(f.read(2), f.read(2), repr(f.read()))
with open("characters.txt") as f:
    print([line for line in f])
with open("characters.txt", "rb") as f:
    print(f.read(4), f.readline(), len(f.read()))
with open("characters.txt") as f:
    print(f.readlines())
