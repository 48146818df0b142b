"""What people meet: the command line, the jobs that join store and suggest, and the bench."""
