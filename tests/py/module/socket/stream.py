# oracle: hand
# A connection between two sockets of one program: all ways to send and to receive, and the end.
import select
import socket

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
address = socket.getaddrinfo("127.0.0.1", 18432)[0][-1]
server.bind(address)
server.listen(2)
a = socket.socket()
print(a.connect(address))
b, peer = server.accept()
print(type(peer), socket.sockaddr(peer)[:2])

p = select.poll()
p.register(a)
p.register(b, select.POLLIN)
print([(s is a, e) for s, e in p.poll(100)])
print(a.send(b"hello"), a.write(b" world\nsecond"), a.sendall(b" line\n"))
print([s is b for s, e in p.poll(1000) if e & select.POLLIN])
print(b.recv(5), b.readline(), b.recv(3, socket.MSG_PEEK), b.recv(100) + b"")
buf = bytearray(4)
a.sendall(b"12345678")
print(b.readinto(buf), buf, b.read(2), b.read(2))

b.setblocking(False)
for f in (lambda: b.recv(1), lambda: b.read(1), lambda: b.readline(), lambda: b.readinto(buf)):
    try:
        print(f())
    except OSError as e:
        print(e.errno)
b.settimeout(0.02)
for f in (lambda: b.recv(1), lambda: b.read(1), lambda: b.read()):
    try:
        print(f())
    except OSError as e:
        print(e.errno)

b.settimeout(None)
f = b.makefile("rwb")
a.write(b"through a file\n")
print(f.readline(), f.write(b"back\n"), a.recv(10))

big = bytes(range(256)) * 1000
a.setblocking(False)
sent = got = 0
same = True
while got < len(big):
    if sent < len(big):
        count = a.write(memoryview(big)[sent : sent + 8192])
        sent += count or 0
    part = b.recv(10000)
    same = same and part == big[got : got + len(part)]
    got += len(part)
print(sent, got, same)

a.close()
print(b.recv(10), b.read(), b.readline(), p.poll(0)[-1][1] & select.POLLIN)
b.close()
server.close()

try:
    c = socket.socket()
    c.connect(address)
except OSError as e:
    print(e)
