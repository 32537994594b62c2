# oracle: hand
# Connections of asyncio: servers, clients, lines, closing, cancelling.
import asyncio

PORT = 18436


async def serve(reader, writer):
    print("peer", len(writer.get_extra_info("peername")) > 0)
    while True:
        line = await reader.readline()
        if not line:
            break
        writer.write(b"<" + line.strip() + b">\n")
        await writer.drain()
    print("client gone")
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", PORT)
    async with server:
        reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
        writer.write(b"first\nsecond\n")
        await writer.drain()
        print(await reader.readline(), await reader.readexactly(9))
        await writer.awrite(b"...third\n...", 3, 6)
        print(await reader.read(100))
        big = b"x" * 100000 + b"\n"
        writer.write(big)
        task = asyncio.create_task(writer.drain())
        print(len(await reader.readline()))
        await task
        await writer.aclose()
        await asyncio.sleep(0.05)
    print("closed")
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
        print(await reader.read(1))
    except OSError:
        print("refused")

    first = await asyncio.start_server(serve, "127.0.0.1", PORT)
    try:
        await asyncio.start_server(serve, "127.0.0.1", PORT)
    except OSError as e:
        print(e)
    task = asyncio.create_task(first.wait_closed())
    await asyncio.sleep(0)
    first.task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
