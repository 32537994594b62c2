# oracle: hand (what MicroPython's asyncio prints; Pycopy's is a package to be installed)
# Without a package of that name uasyncio is the one of MicroPython, on queues with Pycopy's names.
import _uasyncio
import uasyncio


async def count(name, delay):
    for i in range(2):
        print(name, i)
        await uasyncio.sleep_ms(delay)
    return name


async def main():
    print(await uasyncio.gather(count("a", 10), count("b", 15)))
    try:
        await uasyncio.wait_for_ms(uasyncio.sleep(5), 10)
    except uasyncio.TimeoutError:
        print("timeout")


uasyncio.run(main())

queue = _uasyncio.TaskQueue()
tasks = [_uasyncio.Task(count(name, 1)) for name in "xyz"]
queue.push_sorted(tasks[0], 20)
queue.push_sorted(tasks[1], 10)
queue.push_head(tasks[2])
order = [queue.pop_head() for _ in tasks]
print([tasks.index(task) for task in order if task is not tasks[2]], queue.peek())
