# oracle: cpython-only
# wait_for, cancel, CancelledError.
import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('slow was cancelled')
        raise
    finally:
        print('slow cleans up')


async def main():
    try:
        await asyncio.wait_for(slow(), 0.01)
    except asyncio.TimeoutError:
        print('timeout')
    t = asyncio.create_task(slow())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('task cancelled', t.done())
    print(await asyncio.wait_for(quick(), 1))


async def quick():
    return 'quick'


asyncio.run(main())
