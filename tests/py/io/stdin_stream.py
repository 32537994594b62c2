# oracle: cpython
# sys.stdin as a stream.
import sys
print(repr(sys.stdin.readline()))
print(repr(sys.stdin.read(4)))
for line in sys.stdin:
    print(repr(line))
print(repr(sys.stdin.readline()))
