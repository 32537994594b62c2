# oracle: cpython-only
# Tasks take turns while they sleep.
import asyncio


async def worker(name, pause, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(pause)
    return name + ' done'


async def main():
    t = asyncio.create_task(worker('a', 0.02, 3))
    print('made')
    r = await worker('b', 0.05, 1)
    print(r, await t)


asyncio.run(main())
