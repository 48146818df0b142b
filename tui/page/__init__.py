"""Text on a screen, without a screen: cells, rows, paint and movement.

Terminal cells exist only here and in the widgets; everything else speaks code points.
"""
