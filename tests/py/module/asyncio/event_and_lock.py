# oracle: cpython-only
# Event and Lock.
import asyncio


async def waiter(event):
    print('waits')
    await event.wait()
    print('goes', event.is_set())


async def holder(lock, name):
    async with lock:
        print(name, 'has it', lock.locked())
        await asyncio.sleep(0.001)
        print(name, 'gives it')


async def main():
    event = asyncio.Event()
    t = asyncio.create_task(waiter(event))
    await asyncio.sleep(0.001)
    event.set()
    await t
    event.clear()
    print(event.is_set())
    lock = asyncio.Lock()
    await asyncio.gather(holder(lock, 'a'), holder(lock, 'b'))
    await lock.acquire()
    lock.release()
    print(lock.locked())


asyncio.run(main())
