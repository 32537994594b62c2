import sys

path = sys.path
sys.path = ()
from errno import *

sys.path = path
extra = 2
