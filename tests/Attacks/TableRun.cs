using System.Collections.Concurrent;
using Grader.Running;

namespace Attacks.Tests;

/// <summary>The whole table at one level, without a test runner.</summary>
internal static class TableRun
{
    /// <summary>Writes a line for each attack that does not end as it has to, and one with the sum.</summary>
    /// <returns>0 when every one does.</returns>
    public static int Run(IsolationLevel level)
    {
        using var surrounding = new Surrounding();
        var rows = AttackTable.All.Where(attack => Levels.Expected(attack, level) is not null && attack.File is not ("Results" or "Exceptions")).ToList();
        var wrong = new ConcurrentQueue<string>();
        using (var boxes = new Boxes(level))
        {
            Parallel.ForEach(rows, new ParallelOptions { MaxDegreeOfParallelism = 4 }, attack =>
            {
                var expected = Levels.Expected(attack, level)!;
                using var box = boxes.Take(expected.MayTimeOut);
                var outcome = Boxes.Call(box, HostileCode.Assembly(attack.File, surrounding.Words), attack.Method);
                if (!expected.Holds(outcome)) wrong.Enqueue($"{attack} has to be: {expected.Words}. It was: {Expectation.Shown(outcome)}");
            });
            boxes.AssertUnharmed();
        }

        foreach (var left in Remains.OfThisProcess()) wrong.Enqueue($"left behind: {left}");
        surrounding.AssertUntouched();
        foreach (var line in wrong) Console.WriteLine(line);
        Console.WriteLine($"{rows.Count} attacks, {wrong.Count} wrong");
        return wrong.IsEmpty ? 0 : 1;
    }
}
