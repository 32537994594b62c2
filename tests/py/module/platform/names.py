# oracle: hand
import platform
import sys

name = platform.platform()
print(name.lower().startswith(sys.platform), name.count("-"))
print(type(platform.python_compiler()), platform.libc_ver())
