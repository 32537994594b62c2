# oracle: cpython-only
# Ready tasks run in the order in which they became ready.
import asyncio

log = []


async def step(name):
    for i in range(3):
        log.append(name + str(i))
        await asyncio.sleep(0)


async def main():
    a = asyncio.create_task(step('a'))
    b = asyncio.create_task(step('b'))
    await a
    await b
    print(log)
    return 'result'


print(asyncio.run(main()))
