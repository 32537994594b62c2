# oracle: cpython
# gmtime of known moments.
import time
for t in (0, 86399, 951782400, 1709208000, 1735689599):
    print(tuple(time.gmtime(t))[:6], tuple(time.gmtime(t))[6:8])
