# oracle: cpython
# Two modules that import each other.
import ping
print(ping.hit(3))
