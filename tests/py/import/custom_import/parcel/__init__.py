print("parcel")
