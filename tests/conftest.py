"""However the tests are started, they begin alike."""

from __future__ import annotations

import signal

HEEDED = {
    signal.SIGINT: signal.default_int_handler,
    signal.SIGHUP: signal.SIG_DFL,
    signal.SIGTERM: signal.SIG_DFL,
}

for number, handler in HEEDED.items():
    # Started behind `nohup` or `&` they are to be ignored, and so in every process that we start.
    if signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, handler)
