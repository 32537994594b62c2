"""A pizzeria with asyncio: cooks bake, waiters serve.

Nobody waits in vain, and all is done in one thread:
where it says "await", others get their turn.
A minute of this pizzeria is one turn.
"""
import asyncio


async def minutes(n):
    for _ in range(n):
        await asyncio.sleep(0)


class Counter:
    """Where the pizzas wait: it has room for some."""

    def __init__(self, room):
        self.room = room
        self.pizzas = []

    async def put(self, pizza):
        while len(self.pizzas) >= self.room:
            await minutes(1)
        self.pizzas.append(pizza)

    async def get(self):
        while not self.pizzas:
            await minutes(1)
        return self.pizzas.pop(0)


async def cook(menu, counter):
    for pizza in menu:
        await minutes(10)
        print('cook:   ', pizza, 'is ready')
        await counter.put(pizza)
    await counter.put(None)


async def waiter(counter, served):
    while True:
        pizza = await counter.get()
        if pizza is None:
            print('waiter:  closing time')
            return len(served)
        await minutes(25)
        print('waiter: ', pizza, 'is served')
        served.append(pizza)


async def main():
    counter = Counter(3)
    served = []
    menu = ['Margherita', 'Funghi', 'Quattro Stagioni',
            'Calzone', 'Hawaii']
    results = await asyncio.gather(
        cook(menu, counter), waiter(counter, served))
    print('Pizzas served:', results[1])
    print('In order:', served == menu)


asyncio.run(main())
