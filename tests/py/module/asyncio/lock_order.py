# oracle: cpython-only
# A lock goes to those who wait in their order; a cancelled one is skipped.
import asyncio


async def use(name, lock, turns):
    for i in range(turns):
        async with lock:
            print(name, i, lock.locked())
            await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(use(name, lock, 2)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.sleep(0)
    lock.release()
    await asyncio.gather(tasks[0], tasks[2])
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError:
        print("RuntimeError")


asyncio.run(main())
