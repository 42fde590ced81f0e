using Grader.Running;

namespace Attacks.Tests;

/// <summary>A grader in the middle of a call that does not end.</summary>
internal static class Holding
{
    public static int Run(IsolationLevel level, string file, string method)
    {
        using var surrounding = new Surrounding();
        using var factory = BoxFactory.Open(level, Limits.Default with { CallTime = TimeSpan.FromSeconds(60), TotalTime = TimeSpan.FromSeconds(60) }, spares: 2);
        using var box = factory.Take();
        var loaded = (LoadOutcome.Loaded)box.Load(HostileCode.Assembly(file, surrounding.Words));
        Console.WriteLine("calling");
        Boxes.Call(box, loaded, method);
        return 1;
    }
}
