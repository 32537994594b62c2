# oracle: cpython
# A class that behaves like a container.
class Deck:
    def __init__(self, cards):
        self.cards = list(cards)

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, i):
        return self.cards[i]

    def __setitem__(self, i, v):
        self.cards[i] = v

    def __delitem__(self, i):
        del self.cards[i]

    def __contains__(self, card):
        print('contains?', end=' ')
        return card in self.cards

    def __iter__(self):
        return iter(self.cards)


d = Deck('ABCDE')
print(len(d), d[0], d[-1], d[1:3], 'C' in d, 'X' in d, list(d))
d[0] = 'a'
del d[1]
print(list(d), bool(d), bool(Deck('')), sorted(d), ''.join(d))
first, *rest = d
print(first, rest)
