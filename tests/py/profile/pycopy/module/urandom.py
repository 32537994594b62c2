# oracle: hand (what pycopy 3.6.1 prints)
# The generator starts from the same number in each program.
import urandom

print(urandom.getrandbits(32), urandom.getrandbits(8))
urandom.seed(1)
print(urandom.getrandbits(32))
for call in (lambda: urandom.getrandbits(0), lambda: urandom.getrandbits(33)):
    try:
        call()
    except ValueError as e:
        print("ValueError")
try:
    urandom.seed()
except TypeError:
    print("TypeError")
