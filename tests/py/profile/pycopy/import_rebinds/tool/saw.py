def saw():
    return "cuts"
