# oracle: hand (what pycopy 3.6.1 prints)
# Messages that differ from those of MicroPython.
import sys
import ubinascii
import ure

for call in (
    lambda: ure.compile("*"),
    lambda: ure.compile("("),
    lambda: ure.compile("a)"),
    lambda: ubinascii.unhexlify("616"),
    lambda: ubinascii.unhexlify("6x"),
):
    try:
        call()
    except ValueError as e:
        print(e)
for other in (5, "text", None, int):
    sys.print_exception(other)
