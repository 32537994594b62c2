# oracle: hand
# Files may stand before some built-in modules; an empty search path leads behind them.
import uheapq

import sys

sys.path.insert(0, "lib")

import heapq

print(heapq.extra, heapq.heappush is uheapq.heappush, hasattr(uheapq, "extra"))

import errno

print(errno.extra, errno.ENOENT)
path = sys.path
sys.path = []
import errno as plain

print(hasattr(plain, "extra"), plain.ENOENT)
sys.path = path

import math

print(hasattr(math, "extra"))
