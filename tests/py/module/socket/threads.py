# oracle: hand
# Threads that wait for sockets do not hold up each other.
import _thread
import socket

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", 18435))
server.listen()
done = []


def serve():
    for i in range(2):
        connection, address = server.accept()
        while True:
            data = connection.recv(100)
            if not data:
                break
            connection.sendall(data.upper())
        connection.close()
    done.append("server")


def ask(name):
    s = socket.socket()
    s.connect(("127.0.0.1", 18435))
    s.send(name)
    s.settimeout(5)
    done.append(s.recv(100).decode())
    s.close()


_thread.start_new_thread(serve, ())
_thread.start_new_thread(ask, (b"thread",))
ask(b"main")
while "server" not in done:
    pass
print(sorted(done[:2]), done[2])
