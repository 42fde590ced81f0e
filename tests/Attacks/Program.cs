using Attacks.Tests;
using Grader.Running;

// The tests start this program again, as another user, or to kill it.
return args switch
{
    ["table", var level] => TableRun.Run(Level(level)),
    ["hold", var level, var file, var method] => Holding.Run(Level(level), file, method),
    _ => 2,
};

static IsolationLevel Level(string name) => Levels.Tested.First(level => level.Name() == name);
