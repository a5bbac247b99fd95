from math import acos, cos, pi, radians, tan


def hours_of_daylight(latitude, day):
    """Return the hours between sunrise and sunset on a day of the year, to some minutes."""
    tilt = radians(-23.44) * cos(2 * pi * (day + 10) / 365)
    noon_to_sunset = -tan(radians(latitude)) * tan(tilt)
    return 24 / pi * acos(max(-1, min(1, noon_to_sunset)))
