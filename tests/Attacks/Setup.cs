// A box that is timed out waits more than it works.
[assembly: LevelOfParallelism(4)]
