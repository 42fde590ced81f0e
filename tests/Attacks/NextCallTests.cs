using Grader.Running;
using Protocol;

namespace Attacks.Tests;

/// <summary>What a call leaves behind in its own process, and what the next call of the same box makes of it.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class NextCallTests
{
    [TestCase("OtherCulture")]
    [TestCase("HighestPriority")]
    [TestCase("OtherEnvironment")]
    [TestCase("OtherRounding")]
    [TestCase("Switches")]
    [TestCase("Collector")]
    [TestCase("Synchronization")]
    public void NextCall_AfterStateWasChanged_IsUnharmed(string method)
    {
        foreach (var level in Levels.Tested)
        {
            using var boxes = new Boxes(level);
            using var box = boxes.Take();
            var loaded = (LoadOutcome.Loaded)box.Load(HostileCode.Assembly("State"));
            Assert.That(Boxes.Call(box, loaded, method), Is.Not.InstanceOf<CallOutcome.Died>());
            Assert.That(Value(Boxes.Call(box, loaded, "Third")), Is.EqualTo(new Datum.Number(1.0 / 3)), level.Name());
            Assert.That(Value(Boxes.Call(box, loaded, "Smallest")), Is.EqualTo(new Datum.Number(double.Epsilon)), level.Name());
            Assert.That(Value(Boxes.Call(box, loaded, "Shown")), Is.EqualTo(new Datum.Text("0.5")), level.Name());
        }
    }

    [Test]
    public void NextCall_WithSharedArray_DoesNotChangeWhatWasReturned()
    {
        using var boxes = new Boxes(IsolationLevel.Bubblewrap);
        using var box = boxes.Take();
        var loaded = (LoadOutcome.Loaded)box.Load(HostileCode.Assembly("State"));
        var first = Value(Boxes.Call(box, loaded, "OneArrayAlways"));
        var second = Value(Boxes.Call(box, loaded, "OneArrayAlways"));
        Assert.That((first, second), Is.EqualTo((new Datum.Vector([1, 0]), new Datum.Vector([2, 0]))));
    }

    // The true reply to the first question comes after a forged one: it must never be taken for the reply to the second.
    [Test]
    public void NextCall_AfterForgedReply_IsNoAnswer([ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level)
    {
        using var boxes = new Boxes(level);
        using var box = boxes.Take();
        var loaded = (LoadOutcome.Loaded)box.Load(HostileCode.Assembly("Output"));
        Assert.That(Value(Boxes.Call(box, loaded, "ForgedReplyThenValue")), Is.EqualTo(new Datum.Number(42)));
        var next = Boxes.Call(box, loaded, "FewPrints");
        Assert.That(next, Is.InstanceOf<CallOutcome.Died>().With.Property("Cause").InstanceOf<Death.BadReply>(), next.ToString());
        Assert.That(box.IsUsable, Is.False);
    }

    [Test]
    public void Prints_OfHonestCode_AreKeptAndHarmNothing([ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level)
    {
        using var boxes = new Boxes(level);
        using var box = boxes.Take();
        Assert.That(Value(Boxes.Call(box, HostileCode.Assembly("Output"), "FewPrints")), Is.EqualTo(new Datum.Number(7)));
        Assert.That(box.Printed, Is.EqualTo("half way\nto the end\n"));
    }

    [Test]
    public void NextBox_OfSameAssembly_StartsAfresh([ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level)
    {
        using var boxes = new Boxes(level);
        var counts = Enumerable.Range(0, 3).Select(_ =>
        {
            using var box = boxes.Take();
            return Value(Boxes.Call(box, HostileCode.Assembly("State"), "Counts"));
        });
        Assert.That(counts, Is.All.EqualTo(new Datum.Number(1)));
    }

    private static Datum Value(CallOutcome outcome) => outcome is CallOutcome.Returned returned ? returned.Value : throw new AssertionException(outcome.ToString());
}
