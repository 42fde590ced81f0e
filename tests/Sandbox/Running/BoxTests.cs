using Grader.Running;
using Protocol;

namespace Sandbox.Tests.Running;

/// <summary>Honest code and plain accidents, at every level.</summary>
[TestFixture(IsolationLevel.Bubblewrap)]
[TestFixture(IsolationLevel.Seal)]
[TestFixture(IsolationLevel.Process)]
public sealed class BoxTests(IsolationLevel level)
{
    private BoxFactory factory = null!;

    [OneTimeSetUp]
    public void OpenFactory() => factory = BoxFactory.Open(level, Limits.Default with { CallTime = TimeSpan.FromSeconds(1) });

    [OneTimeTearDown]
    public void CloseFactory() => factory?.Dispose();

    [Test]
    public void Call_OfHonestMethod_ReturnsItsValue()
    {
        using var box = factory.Take();
        var methods = Loaded(box, "public static double Loss(double[] w, double b) => w.Sum() + b;");
        Assert.That(methods.Select(method => method.ToString()), Is.EqualTo(["public static double Loss(double[] w, double b)"]));
        Assert.That(Value(box, new Datum.Vector([1, 2, 3]), new Datum.Number(0.5)), Is.EqualTo(new Datum.Number(6.5)));
        Assert.That(Value(box, new Datum.Vector([]), new Datum.Number(double.NaN)), Is.EqualTo(new Datum.Number(double.NaN)));
    }

    [Test]
    public void Call_ThatThrows_NamesKindMessageAndLine()
    {
        using var box = factory.Take();
        var (image, symbols) = Student.Build("public static double Loss(double[] w) =>\n  w[7];");
        Assert.That(box.Load(image, symbols), Is.InstanceOf<LoadOutcome.Loaded>());
        var threw = (CallOutcome.Threw)box.Call(0, [new Datum.Vector([1])]);
        Assert.That(threw.Kind, Is.EqualTo("System.IndexOutOfRangeException"));
        Assert.That(threw.Frames, Is.EqualTo(["Answers.Loss, Answers.cs line 3"]));
        Assert.That(box.IsUsable);
    }

    [Test]
    public void Call_ThatPrints_KeepsTextAndValue()
    {
        using var box = factory.Take();
        Loaded(box, """public static double Loss() { Console.WriteLine("here α"); Console.Error.WriteLine("there"); return Console.ReadLine() is null ? 1 : 0; }""");
        Assert.That(Value(box), Is.EqualTo(new Datum.Number(1)));
        Assert.That(box.Printed, Is.EqualTo("here α\nthere\n"));
    }

    [Test]
    public void Call_ThatChangesItsInput_SaysWhich()
    {
        using var box = factory.Take();
        Loaded(box, "public static double Loss(double[] a, double[] b) { b[0] = 7; return 0; }");
        var returned = (CallOutcome.Returned)box.Call(0, [new Datum.Vector([1]), new Datum.Vector([1, 2])]);
        Assert.That(returned.Changed, Is.EqualTo([new ChangedArgument(1, new Datum.Vector([7, 2]))]));
    }

    [TestCase("while (true) { }", typeof(Death.TimedOut))]
    [TestCase("Thread.Sleep(-1); return 0;", typeof(Death.TimedOut))]
    [TestCase("return Loss() + 1;", typeof(Death.StackOverflow))]
    [TestCase("Environment.Exit(0); return 0;", typeof(Death.ExitedEarly))]
    [TestCase("Environment.FailFast(\"x\"); return 0;", typeof(Death.Crashed))]
    [TestCase("while (true) Console.WriteLine(new string('x', 1000));", typeof(Death.OutputFlood))]
    [TestCase("var t = new Thread(() => throw new Exception()); t.Start(); t.Join(); Thread.Sleep(-1); return 0;", typeof(Death.Crashed))]
    public void Call_ThatDies_NamesTheCause(string body, Type cause)
    {
        using var box = factory.Take();
        Loaded(box, $"public static double Loss() {{ {body} }}");
        var died = (CallOutcome.Died)box.Call(0, []);
        Assert.That(died.Cause, Is.InstanceOf(cause));
        Assert.That(died.Cause.Sentence, Is.Not.Empty);
        Assert.That(box.IsUsable, Is.False);
        Assert.That(box.Call(0, []), Is.EqualTo(died), "A dead box stays dead.");
    }

    [Test]
    public void Call_ThatUsesAllMemory_EndsAsExhausted()
    {
        using var box = factory.Take();
        Loaded(box, "public static double Loss() { var all = new List<double[]>(); while (true) all.Add(new double[100_000]); }");
        var outcome = box.Call(0, []);
        Assert.That(outcome is CallOutcome.Died { Cause: Death.MemoryExhausted } or CallOutcome.Threw { Kind: "System.OutOfMemoryException" }, outcome.ToString());
        Assert.That(box.IsUsable, Is.False);
    }

    [Test]
    public void Load_OfNoAssembly_SaysSo()
    {
        using var box = factory.Take();
        var refused = (LoadOutcome.Refused)box.Load("MZ is not enough"u8);
        Assert.That(refused.Kind, Is.EqualTo(LoadFailure.NotAnAssembly));
        Assert.That(refused.Sentence, Does.Contain("not a .NET assembly"));
    }

    private static IReadOnlyList<MethodSignature> Loaded(Box box, string source) =>
        box.Load(Student.Assembly(source)) is LoadOutcome.Loaded loaded ? loaded.Methods : throw new AssertionException("not loaded");

    private static Datum Value(Box box, params Datum[] arguments) =>
        box.Call(0, arguments) is CallOutcome.Returned returned ? returned.Value : throw new AssertionException("no value");
}
