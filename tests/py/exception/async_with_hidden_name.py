# oracle: cpython-only
# async with knows an exception whatever the name BaseException is bound to. The
# reference looks the name up and then misreads its stack.
BaseException = ValueError


class Manager:
    def __init__(self, swallows):
        self.swallows = swallows

    async def __aenter__(self):
        return 1

    async def __aexit__(self, kind, value, traceback):
        print(kind, value)
        return self.swallows


async def run(swallows):
    for i in range(2):
        async with Manager(swallows):
            if i:
                return "returned"
            raise KeyError(1)


for swallows in (True, False):
    try:
        run(swallows).send(None)
    except StopIteration as e:
        print(e.value)
    except KeyError as e:
        print("KeyError", e)
