# oracle: cpython
# async for and async with call their special methods.
class Range:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        self.i = 0
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i


class Room:
    async def __aenter__(self):
        print('enter')
        return 'room'

    async def __aexit__(self, kind, value, trace):
        print('leave', kind.__name__ if kind else None)
        return kind is ValueError


async def main():
    async for x in Range(3):
        if x == 2:
            continue
        print(x)
    else:
        print('all')
    async with Room() as r:
        print('in', r)
    async with Room():
        raise ValueError
    print('swallowed')


try:
    main().send(None)
except StopIteration:
    print('done')
