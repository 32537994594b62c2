# Words of a text: split, strip, lower, dict, sort, join.
bm_params = {'device': ((1,), 435601), 'full': ((1500,), 615601)}

TEXT = """The kettle sings before the light comes in. "Who is up?" asks the cat, and nobody answers the cat.
Coffee, ground and dark, waits in the blue tin; the tin waits on the shelf; the shelf waits for a hand.
A hand comes. The water, hot by now, falls through paper and grounds into the pot: drop, drop, drop.
Somebody reads a page of an old book. Somebody else, still half asleep, reads the same page again.
Outside, the bus stops at the corner and goes on; the dog barks at the bus, at the rain, at nothing.
"""


def work(n):
    count = {}
    lengths = {}
    for turn in range(n):
        for line in TEXT.split('\n'):
            for part in line.split():
                word = part.strip('.,;:?"').lower()
                if not word:
                    continue
                if word in count:
                    count[word] += 1
                else:
                    count[word] = 1
                lengths.setdefault(len(word), []).append(word)
    ranked = sorted(count.items(), key=lambda item: (-item[1], item[0]))
    text = ' '.join([word + '=' + str(number) for word, number in ranked])
    longest = max(lengths)
    return len(text) * 1000 + len(ranked) * 10 + len(set(lengths[longest]))


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
