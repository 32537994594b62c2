# oracle: hand
# Streams that tasks read and write: here a ring of bytes.
import asyncio
from micropython import RingIO


async def produce(stream):
    for word in (b"one\n", b"two\n", b"a longer line that does not fit\n"):
        stream.write(word)
        await stream.drain()
        print("sent", len(word))


async def consume(stream):
    for _ in range(3):
        print("got", await stream.readline())


async def main():
    ring = RingIO(8)
    await asyncio.gather(consume(asyncio.StreamReader(ring)), produce(asyncio.StreamWriter(ring, {"peer": 1})))
    ring.write(b"abcdef")
    reader = asyncio.StreamReader(ring, {"peer": "me"})
    print(await reader.readexactly(4), await reader.read(2), reader.get_extra_info("peer"))


asyncio.run(main())
