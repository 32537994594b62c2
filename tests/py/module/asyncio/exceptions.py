# oracle: hand
# Exceptions of tasks: to the one who awaits, to the handler when nobody does.
import asyncio


async def fail(text):
    raise ValueError(text)


def handler(loop, context):
    print("handler:", context["message"], repr(context["exception"]))


async def main():
    loop = asyncio.get_event_loop()
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    task = asyncio.create_task(fail("awaited"))
    try:
        await task
    except ValueError as e:
        print(repr(e), task.done())
    asyncio.create_task(fail("unheard"))
    await asyncio.sleep_ms(5)
    task = asyncio.create_task(fail("late"))
    await asyncio.sleep_ms(0)
    try:
        await task
    except ValueError as e:
        print("still heard", repr(e))
    print(await asyncio.gather(fail("a"), asyncio.sleep_ms(1), return_exceptions=True))
    try:
        asyncio.create_task(fail)
    except TypeError as e:
        print(repr(e))
    print(asyncio.current_task() is not None, asyncio.current_task().cancel is not None)
    try:
        asyncio.current_task().cancel()
    except RuntimeError as e:
        print(repr(e))
    return "result"


print(asyncio.run(main()))
try:
    asyncio.run(fail("from run"))
except ValueError as e:
    print(repr(e))
try:
    asyncio.current_task()
except RuntimeError as e:
    print(repr(e))
