# oracle: cpython-only
# wait_for: in time, too late, cancelled, with an exception.
import asyncio


async def work(seconds, result):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("cancelled", result)
        raise
    if isinstance(result, Exception):
        raise result
    return result


async def main():
    print(await asyncio.wait_for(work(0.01, "in time"), 1))
    print(await asyncio.wait_for(work(0, "no limit"), None))
    try:
        await asyncio.wait_for(work(5, "late"), 0.02)
    except asyncio.TimeoutError:
        print("TimeoutError")
    try:
        await asyncio.wait_for(work(0.01, KeyError("k")), 1)
    except KeyError:
        print("KeyError")
    task = asyncio.create_task(asyncio.wait_for(work(5, "outer"), 5))
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("CancelledError")


asyncio.run(main())
