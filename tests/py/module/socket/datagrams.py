# oracle: hand
# UDP: datagrams keep their borders; addresses of the senders; connected sockets.
import select
import socket


def udp(port):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.bind(("127.0.0.1", port))
    return s


a = udp(18433)
b = udp(18434)
to_b = socket.getaddrinfo("127.0.0.1", 18434)[0][-1]
print(a.sendto(b"one", to_b), a.sendto(b"two two", to_b), a.sendto(b"", ("127.0.0.1", 18434)))
p = select.poll()
p.register(b, select.POLLIN)
print([e for s, e in p.poll(1000)])
data, source = b.recvfrom(100)
print(data, socket.sockaddr(source)[1:])
print(b.recv(3, socket.MSG_PEEK), b.recv(3), b.recv(10))
b.sendto(b"answer", source)
print(a.recv(100))
a.connect(to_b)
print(a.send(b"connected"), a.write(b"again"), b.recv(50), b.recv(50))
b.setblocking(False)
try:
    b.recv(1)
except OSError as e:
    print(e.errno, b.read(1))
try:
    udp(18433)
except OSError as e:
    print(e)
a.close()
b.close()
udp(18433).close()
