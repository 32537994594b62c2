# oracle: hand
# What a socket refuses in which state.
import errno
import select
import socket


def attempt(f, *args):
    try:
        print(f(*args))
    except OSError as e:
        print(errno.errorcode.get(e.errno, e.errno))
    except (TypeError, ValueError) as e:
        print(repr(e))


free = socket.getaddrinfo("127.0.0.1", 1)[0][-1]
for args in ((99,), (2, 5), (2, 1, 17), (2, 3), (2, 123456), (None,), (2, None)):
    attempt(socket.socket, *args)
s = socket.socket()
print(s.fileno() >= 3, repr(s) == "<_socket %d>" % s.fileno())
attempt(s.recv, 1)
attempt(s.read, 1)
attempt(s.send, b"x")
attempt(s.write, b"x")
attempt(s.accept)
attempt(s.connect, b"abc")
attempt(s.connect, free)
attempt(s.connect, ("127.0.0.1", 1))
p = select.poll()
p.register(s)
print(p.poll(0)[0][1])
s.close()
print(s, s.fileno(), p.poll(0)[0][1])
for f, args in ((s.recv, (1,)), (s.read, ()), (s.connect, (free,)), (s.listen, ()), (s.setblocking, (0,)), (s.close, ())):
    attempt(f, *args)

s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("127.0.0.1", 18431))
s.listen()
attempt(s.bind, free)
other = socket.socket()
attempt(other.bind, ("127.0.0.1", 18431))
s.settimeout(0.01)
attempt(s.accept)
s.settimeout(0)
attempt(s.accept)
p = select.poll()
p.register(s)
print(p.poll(0))
s.close()

u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.settimeout(0.01)
attempt(u.recv, 1)
attempt(u.recvfrom, 1)
attempt(u.read, 1)
attempt(u.send, b"x")
attempt(u.listen)
attempt(u.settimeout, "x")
attempt(u.setsockopt, 1, 99, 1)
attempt(u.recv, 1, socket.MSG_DONTWAIT)
u.close()
