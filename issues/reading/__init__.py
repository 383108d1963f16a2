"""Bytes in, suggestions out: pure Python that knows no Django, opens no file and no socket."""
