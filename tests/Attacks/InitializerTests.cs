using Grader.Running;

namespace Attacks.Tests;

/// <summary>Code that runs when its assembly is loaded, before any method is asked for.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class InitializerTests
{
    private readonly Dictionary<IsolationLevel, Boxes> boxes = [];

    [OneTimeSetUp]
    public void OpenBoxes()
    {
        foreach (var level in Levels.Tested) boxes[level] = new Boxes(level);
    }

    [OneTimeTearDown]
    public void CloseBoxes()
    {
        foreach (var level in boxes.Values) level.Dispose();
    }

    [Test]
    public void Initializer_ThatHangs_IsTimedOut([ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level)
    {
        using (var factory = BoxFactory.Open(level, Limits.Default with { LoadTime = TimeSpan.FromSeconds(1) }))
        using (var box = factory.Take())
            Assert.That(box.Load(Image("Hang")), Is.InstanceOf<LoadOutcome.Died>().With.Property("Cause").InstanceOf<Death.TimedOut>());
        boxes[level].AssertUnharmed();
    }

    [TestCase("Throw", "ModuleInitializerThrew.*from the initialiser")]
    [TestCase("Exit", "ExitedEarly")]
    [TestCase("Recurse", "StackOverflow")]
    [TestCase("Flood", "OutputFlood")]
    [TestCase("Eat", "ModuleInitializerThrew.*OutOfMemory|MemoryExhausted")]
    [TestCase("FailFast", "Crashed")]
    public void Initializer_ThatEnds_IsNamed(string attack, string expected)
    {
        foreach (var level in Levels.Tested)
        {
            using (var box = boxes[level].Take()) Assert.That(box.Load(Image(attack)).ToString(), Does.Match(expected), level.Name());
            boxes[level].AssertUnharmed();
        }
    }

    // Handlers that would hang or throw for every assembly that is looked for.
    [TestCase("Handlers")]
    [TestCase("Fork")]
    public void Initializer_ThatPrepares_HarmsNoCall(string attack)
    {
        foreach (var level in Levels.Tested.Where(level => level != IsolationLevel.Process))
        {
            using (var box = boxes[level].Take())
                Assert.That(Boxes.Call(box, Image(attack), "Answer"), Is.InstanceOf<CallOutcome.Returned>().With.Property("Value").EqualTo(new Protocol.Datum.Number(7)), level.Name());
            boxes[level].AssertUnharmed();
        }
    }

    // A forged list of methods is only a list of methods; the true one behind it is no reply to the first call.
    [Test]
    public void Initializer_ThatForgesItsMethods_IsBelievedNoFurther([ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level)
    {
        using (var box = boxes[level].Take())
        {
            var outcome = box.Load(Image("ForgeLoaded"));
            Assert.That(outcome is LoadOutcome.Loaded { Methods: [] } or LoadOutcome.Died { Cause: Death.BadReply }, outcome.ToString());
            Assert.That(box.Call(0, []), Is.InstanceOf<CallOutcome.Died>().With.Property("Cause").InstanceOf<Death.BadReply>());
        }

        boxes[level].AssertUnharmed();
    }

    private static byte[] Image(string attack) => HostileCode.Assembly("Initializer", ("ATTACK", attack));
}
