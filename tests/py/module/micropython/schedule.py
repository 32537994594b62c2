# oracle: reference
# schedule runs a function soon, not at once.
import micropython
import time
log = []
micropython.schedule(log.append, 'scheduled')
for _ in range(100):
    time.sleep_ms(1)
    if log:
        break
print(log)
