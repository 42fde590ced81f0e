using System.Runtime.Versioning;

// A box that is timed out waits more than it works.
[assembly: LevelOfParallelism(4)]

// Users, rights and /proc: there are no boxes on Windows.
[assembly: UnsupportedOSPlatform("windows")]
