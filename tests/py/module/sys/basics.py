# oracle: reference
# What sys tells about the system.
import sys
print(sys.implementation.name, isinstance(sys.version, str), isinstance(sys.platform, str), sys.byteorder)
print(sys.maxsize >= 2 ** 30 - 1, sys.version_info[0], isinstance(sys.argv, list), isinstance(sys.path, list))
print('sys' in sys.modules or True, sys.stdin is not None, sys.stdout is not None, sys.stderr is not None)
print(len(sys.implementation) >= 3, sys.implementation[1][0] == 1)
