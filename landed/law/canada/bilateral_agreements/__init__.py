"""Trade agreements with single countries: Chile, Colombia, Korea, Panama, Peru, Ukraine."""
