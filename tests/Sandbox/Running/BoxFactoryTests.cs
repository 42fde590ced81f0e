using System.Diagnostics;
using Grader.Running;

namespace Sandbox.Tests.Running;

/// <summary>Which level is taken, and what is said of those that cannot be had.</summary>
public sealed class BoxFactoryTests
{
    [Test]
    public void OpenStrongest_OnAMachineWithEverything_TakesTheContainer()
    {
        using var factory = BoxFactory.OpenStrongest(Limits.Default, forMarks: true);
        Assert.That(factory.Level, Is.EqualTo(IsolationLevel.Bubblewrap), string.Join('\n', factory.Drawbacks));
        Assert.That(factory.Drawbacks, Is.Empty);
    }

    [Test]
    public void Open_WithTooLittleMemoryForTheRuntime_SaysThatTheBoxDidNotStart()
    {
        var limits = Limits.Default with { MemoryBytes = -700L << 20 };
        Assert.That(() => BoxFactory.Open(IsolationLevel.Process, limits), Throws.TypeOf<BoxFaultException>().With.Message.Contains("did not start"));
        Assert.That(
            () => BoxFactory.OpenStrongest(limits, forMarks: true),
            Throws.TypeOf<BoxFaultException>().With.Message.Contains("bwrap:").And.Message.Contains("seal:").And.Message.Contains("--sandbox process"));
    }

    [TestCase("bwrap", IsolationLevel.Bubblewrap)]
    [TestCase("seal", IsolationLevel.Seal)]
    [TestCase("process", IsolationLevel.Process)]
    public void Level_NameAndBack(string name, IsolationLevel expected)
    {
        Assert.That(IsolationLevels.TryRead(name, out var level));
        Assert.That(level, Is.EqualTo(expected));
        Assert.That(level.Name(), Is.EqualTo(name));
    }

    [Test]
    public void Level_OfAnotherName_IsNotRead() => Assert.That(IsolationLevels.TryRead("none", out _), Is.False);

    [Test]
    public void Box_TakenFromSpares_IsFresh()
    {
        using var factory = BoxFactory.Open(IsolationLevel.Bubblewrap, Limits.Default, spares: 2);
        var submission = Student.Assembly("static int calls; public static int Loss() => ++calls;");
        for (var count = 0; count < 5; count++)
        {
            using var box = factory.Take();
            var loaded = (LoadOutcome.Loaded)box.Load(submission);
            Assert.That(loaded.Methods, Has.Count.EqualTo(1));
            Assert.That(((CallOutcome.Returned)box.Call(0, [])).Value, Is.EqualTo(new global::Protocol.Datum.Integer(1)));
        }
    }

    [Test]
    public void Take_Repeatedly_HandsOutNoBoxTwice()
    {
        using var factory = BoxFactory.Open(IsolationLevel.Bubblewrap, Limits.Default);
        var submission = Student.Assembly("static int calls; public static int Loss() => ++calls;");
        // The first is the one that was tried at the opening, the third was prepared.
        for (var count = 0; count < 4; count++)
        {
            if (count == 2) factory.Prepare();
            using var box = factory.Take();
            Assert.That(box.Load(submission), Is.InstanceOf<LoadOutcome.Loaded>());
            Assert.That(((CallOutcome.Returned)box.Call(0, [])).Value, Is.EqualTo(new global::Protocol.Datum.Integer(1)));
        }
    }

    [Test]
    [NonParallelizable]
    public void Take_AfterTheWaitingBoxWasKilled_StartsAnother()
    {
        var before = ProcessTable.DescendantsOf(Environment.ProcessId);
        using var factory = BoxFactory.Open(IsolationLevel.Bubblewrap, Limits.Default);
        var waiting = ProcessTable.DescendantsOf(Environment.ProcessId).ExceptBy(before.Select(entry => entry.Number), entry => entry.Number).ToList();
        Assert.That(waiting, Is.Not.Empty);
        foreach (var one in waiting) Kill(one.Number);
        var patience = Stopwatch.StartNew();
        while (ProcessTable.StillThere(waiting).Any() && patience.Elapsed < TimeSpan.FromSeconds(20)) Thread.Sleep(20);
        using var box = factory.Take();
        Assert.That(box.Load(Student.Assembly("public static double Loss() => 1;")), Is.InstanceOf<LoadOutcome.Loaded>());
    }

    private static void Kill(int number)
    {
        try
        {
            using var process = Process.GetProcessById(number);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // With the one around it.
        }
    }
}
