# oracle: cpython
# Own hash and equality in dicts and sets.
class Card:
    def __init__(self, suit, rank):
        self.suit, self.rank = suit, rank

    def __eq__(self, o):
        return self.suit == o.suit and self.rank == o.rank

    def __hash__(self):
        return hash((self.suit, self.rank))


hand = {Card('h', 1), Card('h', 1), Card('s', 2)}
print(len(hand), Card('s', 2) in hand, Card('s', 3) in hand)
value = {Card('h', 1): 'ace'}
print(value[Card('h', 1)], value.get(Card('x', 0), 'none'))
print([Card('a', 1), Card('b', 2)].index(Card('b', 2)), [Card('a', 1)] == [Card('a', 1)])


class Plain:
    pass


p = Plain()
print(p == p, p == Plain(), p in [p], p in {p})
