# oracle: cpython
# Many small operations.
n = 20000
sieve = bytearray(b'\x01' * (n + 1))
sieve[0] = sieve[1] = 0
i = 2
while i * i <= n:
    if sieve[i]:
        for j in range(i * i, n + 1, i):
            sieve[j] = 0
    i += 1
print(sum(sieve), [k for k in range(50) if sieve[k]])
