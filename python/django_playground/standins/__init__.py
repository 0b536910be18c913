"""
What Pyodide lacks and a stock Django needs.

Each module says what is missing, why, and when it can be deleted. Each has an ``install``
function and changes nothing before it is called.
"""

__all__ = []
