# oracle: reference
# A slice is no key.
try:
    {}[:] = 1
except TypeError as e:
    print(e)
try:
    print({}[1:2])
except KeyError as e:
    print(e)
try:
    print({1: 2}[1:2])
except TypeError as e:
    print(e)


class Show:
    def __getitem__(self, index):
        return index


try:
    {Show()[1:2]}
except TypeError as e:
    print(e)
