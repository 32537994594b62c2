# oracle: cpython-only
# Numbers of errors and their names.
import errno
print(errno.ENOENT, errno.EACCES, errno.EEXIST, errno.EINVAL, errno.EISDIR, errno.EPERM, errno.EIO, errno.EBADF)
print(errno.errorcode[2], errno.errorcode[errno.EINVAL])
