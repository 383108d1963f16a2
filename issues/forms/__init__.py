"""Forms: what people type, checked and turned into the values that the desk takes."""
