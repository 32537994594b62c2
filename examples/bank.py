"""Bank accounts: classes, inheritance, and errors
with a name.
"""


class NotEnoughMoney(Exception):
    def __init__(self, missing):
        super().__init__('%d cents are missing' % missing)
        self.missing = missing


def check(cents):
    if cents <= 0:
        raise ValueError('an amount must be positive')


class Account:
    """In cents: whole numbers never lose one."""

    def __init__(self, owner, cents=0):
        self.owner = owner
        self.cents = cents
        self.history = []

    def deposit(self, cents):
        check(cents)
        self.cents += cents
        self.history.append(('in', cents))

    def withdraw(self, cents):
        check(cents)
        if cents > self.available():
            raise NotEnoughMoney(cents - self.available())
        self.cents -= cents
        self.history.append(('out', cents))

    def available(self):
        return self.cents

    def __repr__(self):
        sign = '-' if self.cents < 0 else ''
        whole, rest = divmod(abs(self.cents), 100)
        return '{}: {}{}.{:02d}'.format(
            self.owner, sign, whole, rest)


class Savings(Account):
    rate = 3

    def add_interest(self):
        self.deposit(self.cents * self.rate // 100)


class Credit(Account):
    limit = 5000

    def available(self):
        return self.cents + self.limit


def transfer(source, target, cents):
    source.withdraw(cents)
    target.deposit(cents)


mia = Account('Mia', 12050)
tom = Credit('Tom')
pot = Savings('Piggy bank', 100000)
transfer(mia, tom, 5025)
transfer(tom, pot, 9000)
pot.add_interest()
for account in (mia, tom, pot):
    print(account)
for wish in (7000, 7025, 100000, -5):
    try:
        transfer(mia, tom, wish)
        print('Mia sends', wish)
    except NotEnoughMoney as error:
        print('Mia cannot send', wish, '-', error)
    except ValueError as error:
        print('Nice try:', error)
print('Mia did:', mia.history)
