from uheapq import *

extra = 1
