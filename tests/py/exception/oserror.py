# oracle: cpython-only
# OSError carries the number of the error.
import errno
try:
    open('no such file')
except OSError as e:
    print(e.errno == errno.ENOENT, e.args[0] == errno.ENOENT)
e = OSError(errno.EACCES)
print(e.errno if e.errno else e.args[0], isinstance(e, Exception))
