# oracle: hand
# As the Unix port: file numbers can be polled, too.
import select

poll = select.poll()
poll.register(1, select.POLLOUT)
print(poll.poll(), poll.poll(0))
poll.modify(1, 0)
print(poll.poll(0))
poll.register(700)
print(poll.poll(0))
poll.unregister(700)
poll.unregister(1)
print(poll.poll(0))
try:
    poll.modify(1, 1)
except OSError as e:
    print(e)
try:
    poll.register(-1)
except ValueError as e:
    print("ValueError", e)
for n in range(5000):
    poll.register(n)
try:
    poll.poll(0)
except OSError as e:
    print(e)
