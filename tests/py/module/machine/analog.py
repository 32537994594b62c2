# oracle: hand
# PWM and ADC.
from machine import ADC, PWM, Pin


def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except (RuntimeError, ValueError) as e:
        print(repr(e))


w = PWM(Pin(2))
print(w, w.freq(), w.duty(), w.duty_u16(), w.duty_ns())
print(w.duty(256), w, w.freq(1000), w.duty_ns(250_000), w, w.duty_u16(), w.freq(2000), w, w.duty_u16(65535), w, w.duty_ns())
print(PWM(Pin(4), 20000, duty=512), PWM(5, freq=50, duty_u16=8192, invert=1), PWM(6, duty_ns=1000, lightsleep=True))
attempt(w.duty, 1024)
attempt(w.duty_u16, -1)
attempt(w.duty_ns, 500_001)
attempt(w.freq, 0)
attempt(PWM, Pin(2), freq=50_000_000)
w.deinit()
attempt(w.freq)
attempt(w.duty, 1)
print(w, w.init(freq=100), w)

a = ADC(Pin(32, Pin.OUT, value=1))
print(a, a.read(), a.read_u16(), a.read_uv(), Pin(32).off(), a.read(), a.read_u16(), a.read_uv())
Pin(32).on()
a.init(atten=ADC.ATTN_0DB)
print(a, a.read_u16(), a.read_uv(), a.width(ADC.WIDTH_10BIT), a.read(), a.read_u16(), a.atten(ADC.ATTN_6DB), a)
attempt(ADC, 5)
attempt(a.atten, 4)
attempt(a.width, 13)
