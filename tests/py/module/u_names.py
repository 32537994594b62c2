# oracle: reference
# The old names with u are the same modules.
import utime, time
import ustruct, struct
import ujson, json
import uos, os
import uio, io
import ure, re
import ucollections, collections
import ubinascii, binascii
import uhashlib, hashlib
import uheapq, heapq
import uerrno, errno
import uarray, array
import urandom, random
import usys, sys
print(utime.time() - time.time() < 2, ujson.loads('[1]'), ustruct.calcsize('<I'), uarray.array('b', [1]))
print(ure.match('a', 'abc').group(0), ubinascii.hexlify(b'a'), ucollections.namedtuple('T', 'a')(1), uerrno.EPERM)
