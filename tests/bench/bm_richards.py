# In the manner of Richards: an operating system of tasks that pass packets to each other.
bm_params = {'device': ((8,), 2416366), 'full': ((9000,), 1181239552)}

IDLE = 0
WORKER = 1
HANDLER = 2
DEVICE = 3


class Packet:
    def __init__(self, kind, sender):
        self.kind = kind
        self.sender = sender
        self.data = [0] * 4
        self.filled = 0


class Task:
    def __init__(self, system, number, priority):
        self.system = system
        self.number = number
        self.priority = priority
        self.waiting = []
        self.is_held = False

    def is_ready(self):
        return len(self.waiting) > 0 and not self.is_held

    def receive(self, packet):
        self.waiting.append(packet)

    def step(self):
        packet = self.waiting.pop(0)
        self.system.handled += 1
        self.handle(packet)


class IdleTask(Task):
    def __init__(self, system, number, priority, turns):
        super().__init__(system, number, priority)
        self.turns = turns
        self.seed = 1

    def is_ready(self):
        return self.turns > 0

    def step(self):
        self.turns -= 1
        if self.seed & 1:
            self.seed = self.seed >> 1 ^ 0xD008
            self.system.release(DEVICE)
        else:
            self.seed >>= 1
            self.system.release(DEVICE + 1)


class WorkerTask(Task):
    def __init__(self, system, number, priority):
        super().__init__(system, number, priority)
        self.letter = 0

    def handle(self, packet):
        packet.filled = 0
        for i in range(len(packet.data)):
            self.letter = self.letter % 26 + 1
            packet.data[i] = self.letter
        packet.sender = self.number
        self.system.send(HANDLER, packet)


class HandlerTask(Task):
    def handle(self, packet):
        if packet.sender == WORKER:
            self.system.send(DEVICE + packet.data[0] % 2, packet)
        else:
            self.system.send(WORKER, packet)


class DeviceTask(Task):
    def handle(self, packet):
        packet.sender = self.number
        while packet.filled < len(packet.data):
            self.system.output = self.system.output * 3 + packet.data[packet.filled] & 0xFFFF
            packet.filled += 1
        self.is_held = True
        self.system.held += 1
        self.system.send(HANDLER, packet)


class System:
    def __init__(self, turns):
        self.handled = 0
        self.held = 0
        self.output = 0
        self.tasks = [
            IdleTask(self, IDLE, 0, turns),
            WorkerTask(self, WORKER, 1000),
            HandlerTask(self, HANDLER, 2000),
            DeviceTask(self, DEVICE, 3000),
            DeviceTask(self, DEVICE + 1, 4000),
        ]
        self.by_priority = sorted(self.tasks, key=lambda task: -task.priority)

    def send(self, number, packet):
        self.tasks[number].receive(packet)

    def release(self, number):
        self.tasks[number].is_held = False

    def run(self):
        while True:
            for task in self.by_priority:
                if task.is_ready():
                    task.step()
                    break
            else:
                return


def work(turns):
    system = System(turns)
    for i in range(4):
        system.send(WORKER, Packet(i, WORKER))
    system.run()
    return system.handled * 65536 + system.output


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
