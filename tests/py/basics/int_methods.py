# oracle: cpython
# to_bytes, from_bytes.
print((1024).to_bytes(4, 'big'), (1024).to_bytes(4, 'little'), (0).to_bytes(1, 'big'))
print(int.from_bytes(b'\x01\x02', 'big'), int.from_bytes(b'\x01\x02', 'little'))
print(int.from_bytes(b'\xff' * 9, 'big'), (2 ** 70).to_bytes(10, 'big'))
print(int.from_bytes(b'', 'big'), int.from_bytes(bytearray(b'\x05'), 'little'))
