# oracle: hand (what pycopy 3.6.1 prints)
# Errors that differ from those of MicroPython.
import sys
import usocket


def attribute_of_module():
    sys.nothing


def unknown_service():
    usocket.getaddrinfo("127.0.0.1", "no such service")


def unchained():
    raise ValueError("x") from None


for call in (attribute_of_module, unknown_service, unchained):
    try:
        call()
    except Exception as e:
        print(repr(e))
