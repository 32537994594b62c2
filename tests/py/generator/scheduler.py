# oracle: cpython
# Generators as tasks of a round-robin scheduler.
def task(name, steps):
    total = 0
    for i in range(steps):
        received = yield name + str(i)
        total += received
    return name, total


class Scheduler:
    def __init__(self):
        self.queue = []
        self.results = []

    def add(self, generator):
        self.queue.append((generator, None))

    def run(self):
        turn = 0
        while self.queue:
            generator, value = self.queue.pop(0)
            turn += 1
            try:
                print(generator.send(value), end=' ')
            except StopIteration as e:
                self.results.append(e.value)
            else:
                self.queue.append((generator, turn))
        print()


s = Scheduler()
for n, steps in (('a', 3), ('b', 1), ('c', 2)):
    s.add(task(n, steps))
s.run()
print(s.results)
