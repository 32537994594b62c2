# oracle: hand
# A flag set outside of the loop wakes the task that waits.
import asyncio
import micropython


async def waiter(flag):
    for i in range(2):
        await flag.wait()
        print("woken", i)


async def main():
    flag = asyncio.ThreadSafeFlag()
    task = asyncio.create_task(waiter(flag))
    await asyncio.sleep_ms(1)
    micropython.schedule(lambda arg: flag.set(), None)
    await asyncio.sleep_ms(200)
    print("again")
    flag.set()
    flag.clear()
    await asyncio.sleep_ms(200)
    flag.set()
    await task


asyncio.run(main())
