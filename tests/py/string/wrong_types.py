# oracle: reference
# What strings say about arguments of other types.
for text in (
    "'abc'[:2.5]",
    "'abc'['a':]",
    "b'abc'[:2.5]",
    "'abc'[2.5]",
    "b'abc'.replace(97, 98)",
    "b'abc'.split(98)",
    "b'abc'.split('b')",
    "'abc'.split(b'b')",
    "'abc'.split(5)",
    "'{:5}|'.format(b'ab')",
    "'{:s}|'.format(b'1')",
    "'{:5}'.format([])",
    "'{:d}'.format(b'1')",
):
    try:
        print(text, eval(text))
    except (TypeError, ValueError) as e:
        print(text, type(e).__name__, e)
