using Grader.Running;
using Protocol;

namespace Attacks.Tests;

/// <summary>The boxes of one level: some that wait long, and some that do not.</summary>
internal sealed class Boxes : IDisposable
{
    public const double Magic = 12345.678;

    private static readonly byte[] Honest = HostileCode.Compiled("Honest", "public static class Honest { public static double Square(double x) => x * x; }");

    private readonly BoxFactory patient;
    private readonly BoxFactory brief;

    public Boxes(IsolationLevel level)
    {
        // An attack that has to be timed out is; every other one has all the time that a loaded machine takes.
        patient = BoxFactory.Open(level, Limits.Default with { CallTime = TimeSpan.FromSeconds(15), TotalTime = TimeSpan.FromSeconds(30), LoadTime = TimeSpan.FromSeconds(15) });
        brief = BoxFactory.Open(level, Limits.Default with { CallTime = TimeSpan.FromSeconds(0.6), LoadTime = TimeSpan.FromSeconds(15) });
    }

    public Box Take(bool isSlow = false) => (isSlow ? brief : patient).Take();

    /// <summary>Calls the one method of that name, with the magic number where it takes one.</summary>
    public static CallOutcome Call(Box box, byte[] image, string method)
    {
        if (box.Load(image) is not LoadOutcome.Loaded loaded) throw new AssertionException($"{method}: its assembly does not load.");
        return Call(box, loaded, method);
    }

    public static CallOutcome Call(Box box, LoadOutcome.Loaded loaded, string method)
    {
        var number = loaded.Methods.Select((signature, index) => (signature, index)).First(item => item.signature.Name == method && item.signature.IsPublic);
        Datum[] arguments = [.. number.signature.Parameters.Select(parameter => parameter.Type switch
        {
            "double" => (Datum)new Datum.Number(Magic),
            "double[]" => new Datum.Vector([1, 2, 3]),
            _ => throw new AssertionException($"{method} takes a {parameter.Type}."),
        })];
        return box.Call(number.index, arguments);
    }

    /// <summary>The next submission is honest, and its value is right.</summary>
    public void AssertUnharmed()
    {
        using var box = Take();
        Assert.That(box.Load(Honest), Is.InstanceOf<LoadOutcome.Loaded>(), "the next submission");
        Assert.That(box.Call(0, [new Datum.Number(3)]), Is.EqualTo(new CallOutcome.Returned(new Datum.Number(9), Sequence.Of<ChangedArgument>([]))), "the next submission");
    }

    public void Dispose()
    {
        patient.Dispose();
        brief.Dispose();
    }
}
