# oracle: hand
# Names and addresses, as text, as bytes, as structures. Made with the Unix port.
import socket


def attempt(f, *args):
    try:
        print(f(*args))
    except (OSError, TypeError, ValueError) as e:
        print(repr(e))


attempt(socket.getaddrinfo, "127.0.0.1", 80)
attempt(socket.getaddrinfo, "localhost", 8080, socket.AF_INET, socket.SOCK_STREAM)
attempt(socket.getaddrinfo, "::1", 80, 0, socket.SOCK_DGRAM)
attempt(socket.getaddrinfo, "127.0.0.1", "https", 0, 1)
attempt(socket.getaddrinfo, "127.0.0.1", "8000", 0, 0, 17)
attempt(socket.getaddrinfo, "nobody.invalid", 80)
attempt(socket.getaddrinfo, "", 80)
attempt(socket.getaddrinfo, "127.0.0.1", "nothing")
attempt(socket.getaddrinfo, "127.0.0.1", 80, socket.AF_INET6)
attempt(socket.getaddrinfo, "127.0.0.1", 80, 2, 99)
attempt(socket.getaddrinfo, "127.0.0.1", 80, 2, 3)
for text in ("1.2.3.4", "1.2.3", "1.2.3.256", "1.2.3.4.5", "a.b.c.d", ""):
    attempt(socket.inet_pton, socket.AF_INET, text)
for text in ("::", "::1", "1::2", "1:2:3:4:5:6:7:8", "fe80::a:b", "::ffff:1.2.3.4", "1:2", "1::2::3", "12345::", "1:2:3:4:5:6:7:8:9", ":1"):
    attempt(socket.inet_pton, socket.AF_INET6, text)
for raw in (bytes(16), b"\0" * 15 + b"\1", b"\x20\x01\r\xb8" + bytes(8) + b"\0\0\0\x12", bytes(range(16)), b"\0\1" * 8, b"\0\1\0\0\0\2\0\0\0\0\0\3\0\0\0\4"):
    attempt(socket.inet_ntop, socket.AF_INET6, raw)
attempt(socket.inet_ntop, socket.AF_INET, b"\x7f\0\0\xff")
attempt(socket.inet_pton, 5, "1.2.3.4")
attempt(socket.sockaddr, socket.getaddrinfo("10.0.0.1", 513)[0][-1])
attempt(socket.sockaddr, socket.getaddrinfo("::2", 513)[0][-1])
attempt(socket.sockaddr, b"\1\0abc")
