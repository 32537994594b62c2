# oracle: cpython-only
# gather waits for all and keeps the order of results.
import asyncio


async def square(n):
    await asyncio.sleep(0.6 - n / 5)
    print('ready', n)
    return n * n


async def bad():
    await asyncio.sleep(0.001)
    raise ValueError('bad')


async def main():
    print(await asyncio.gather(square(0), square(1), square(2)))
    r = await asyncio.gather(square(1), bad(), return_exceptions=True)
    print(r[0], type(r[1]).__name__)
    try:
        await bad()
    except ValueError as e:
        print('caught', e)


asyncio.run(main())
