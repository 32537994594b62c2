# oracle: cpython-only
import _thread
import time

lock = _thread.allocate_lock()
print(type(lock) is _thread.LockType, lock.locked())
with lock:
    print(lock.locked(), lock.acquire(False))
print(lock.locked())
try:
    lock.release()
except RuntimeError:
    print("RuntimeError")


# two threads in turns, each waiting for the other
def pingpong(name, mine, other, done, n):
    for i in range(n):
        mine.acquire()
        print(name, i)
        other.release()
    done.release()


a, b, end1, end2 = [_thread.allocate_lock() for i in range(4)]
for other in (b, end1, end2):
    other.acquire()
_thread.start_new_thread(pingpong, ("ping", a, b, end1, 3))
_thread.start_new_thread(pingpong, ("pong", b, a, end2, 3))
end1.acquire()
end2.acquire()


# a lock held over a sleep keeps the others out
def critical(n):
    global inside, most, left
    for i in range(n):
        with lock:
            inside += 1
            most = max(most, inside)
            time.sleep(0.002)
            inside -= 1
    with lock:
        left -= 1


inside = most = 0
left = 4
for i in range(left):
    _thread.start_new_thread(critical, (3,))
while left:
    time.sleep(0.005)
print(inside, most)

# the main thread waits for what another one releases
lock.acquire()
_thread.start_new_thread(lambda: (time.sleep(0.02), print("release"), lock.release()), ())
print("wait")
print(lock.acquire())
