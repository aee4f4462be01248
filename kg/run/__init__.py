"""Where partitions run: in this process, or in a pool of processes.

A runner takes papers and gives their extractions in the same order; what it calls is one function,
`make()`, that builds the worker's extractor, so that nothing heavy crosses a process boundary.
"""

from kg.run.processes import run_in_processes
from kg.run.serial import run_here

__all__ = ["run_here", "run_in_processes"]
