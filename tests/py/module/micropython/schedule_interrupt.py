# oracle: hand
# A scheduled interrupt arrives at the next wait, never inside a callback.
import time
from micropython import kbd_intr, schedule


def attempt(label):
    try:
        time.sleep(0)
        time.sleep_ms(1)
        print(label, "none")
    except KeyboardInterrupt:
        print(label, "interrupted")


def callback(argument):
    print("callback", argument)
    schedule(kbd_intr, None)
    time.sleep_ms(1)
    schedule(print, "nested")
    print("end of callback")


schedule(kbd_intr, None)
schedule(kbd_intr, None)
attempt("twice")
attempt("after")
schedule(callback, 1)
time.sleep(0)
print("between")
attempt("from callback")
attempt("at the end")
