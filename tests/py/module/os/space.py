# oracle: hand
# statvfs: ten numbers; free blocks are not more than all blocks.
import os

v = os.statvfs("/")
print(len(v), v[0] == v[1], v[2] >= v[3] == v[4], v[9])
s = os.stat(".")
print(len(s), s[0] & 0x4000 != 0, all(type(n) is int for n in s))
