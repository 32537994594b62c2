# oracle: reference
# SystemExit is not an Exception and ends the program quietly.
import sys

try:
    sys.exit(3)
except SystemExit as e:
    print('caught', e.args, e.value if hasattr(e, 'value') else e.args[0])
try:
    raise SystemExit
except Exception:
    print('wrong')
except BaseException as e:
    print('BaseException', type(e).__name__)
