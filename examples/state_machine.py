"""A vending machine as a state machine.

A table says what happens in which state. A machine
like this has no surprises: what is not in the table
does not happen.
"""

PRICE = 150


class Machine:
    def __init__(self):
        self.state = 'idle'
        self.money = 0
        self.stock = 2

    # ---- actions: each returns the next state ----

    def take_coin(self, coin):
        self.money += coin
        print('  money in the machine:', self.money)
        enough = self.money >= PRICE
        return 'paid' if enough else 'collecting'

    def give_back(self, _):
        print('  here is your money:', self.money)
        self.money = 0
        return 'idle'

    def sell(self, _):
        self.stock -= 1
        change, self.money = self.money - PRICE, 0
        print('  clonk! a lemonade. Change:', change or 'none')
        return 'idle' if self.stock else 'empty'

    def refuse(self, coin):
        print('  sold out, the coin falls through')
        return 'empty'

    TABLE = {
        ('idle', 'coin'): take_coin,
        ('collecting', 'coin'): take_coin,
        ('paid', 'coin'): take_coin,
        ('collecting', 'cancel'): give_back,
        ('paid', 'cancel'): give_back,
        ('paid', 'button'): sell,
        ('empty', 'coin'): refuse,
    }

    def handle(self, event, value=None):
        print(self.state, '+', event, value or '')
        action = self.TABLE.get((self.state, event))
        if action is None:
            print('  nothing happens')
        else:
            self.state = action(self, value)


machine = Machine()
for event in ['button', 'coin 100', 'button', 'coin 100',
              'button', 'coin 50', 'cancel', 'coin 200',
              'button', 'coin 100']:
    name, *value = event.split()
    machine.handle(name, int(value[0]) if value else None)
print('At the end the machine is', machine.state)
