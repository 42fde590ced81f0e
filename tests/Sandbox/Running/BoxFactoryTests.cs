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
}
