import pong


def hit(n):
    return 'ping ' + pong.hit(n - 1) if n else 'end'
