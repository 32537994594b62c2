from . import other
from .other import value
