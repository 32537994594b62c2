# oracle: hand
# What sys says about the interpreter.
import sys

print(sys.version[:5], sys.version_info, sys.implementation.name, len(sys.implementation.version), sys.implementation[0])
print(sys.byteorder, sys.maxsize > 2**31 - 2, type(sys.argv), type(sys.path), sys.modules["sys"] is sys)
print(sys.ps1, sys.ps2, type(sys.platform), type(sys.executable))
print(sys.getsizeof([1, 2]) > sys.getsizeof([]), sys.intern("abc") is sys.intern("ab" + "c"))
sys.path.append("extra")
print(sys.path[-1])
print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError as e:
    print(sys.exc_info()[0], sys.exc_info()[1] is e, sys.exc_info()[2])
print(sys.exc_info()[0])
for args in ((), (3,), ("text",)):
    try:
        sys.exit(*args)
    except SystemExit as e:
        print(repr(e), e.value)
print(sys.atexit(print), sys.atexit(None) is print)
print(sys.stdin.fileno(), sys.stdout.fileno(), sys.stderr.fileno(), sys.stdout.buffer.write(b"bytes\n"))
