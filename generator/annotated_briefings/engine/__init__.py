"""Cache, memo, worker processes and progress: how steps are run, whatever they compute."""
