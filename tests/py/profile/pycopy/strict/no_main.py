# oracle: hand (what pycopy 3.6.1 prints) -X strict
x = 1
print("import time", x)
