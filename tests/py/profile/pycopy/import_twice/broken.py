before = 1
raise ValueError("half done")
