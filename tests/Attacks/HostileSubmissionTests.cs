using Formulas.Text;
using Grader.Checking;
using Grader.Checking.Methods;
using Grader.Exercises;
using Grader.Programs;
using Grader.Running;
using Grader.Submissions;
using Protocol;

namespace Attacks.Tests;

/// <summary>Hostile programs handed in as a student's: each gets the verdict it has to, and the next honest one gets its own.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class HostileSubmissionTests
{
    private const string Part = "2a.derivative";

    private const string Honest = "public static class Answers { public static double TotalDerivative(double[] f, double[] dg) { var sum = 0.0; for (var i = 0; i < f.Length; i++) sum += f[i] * dg[i]; return sum; } }";

    // An attack that has to be timed out is; every other one has all the time that a loaded machine takes.
    private static readonly Limits Patient = Limits.Default with { CallTime = TimeSpan.FromSeconds(15), TotalTime = TimeSpan.FromSeconds(30), LoadTime = TimeSpan.FromSeconds(15) };
    private static readonly Limits Brief = Limits.Default with { CallTime = TimeSpan.FromSeconds(0.6), LoadTime = TimeSpan.FromSeconds(15) };

    private readonly Checker checker = new(classSecret: 7);
    private readonly Dictionary<IsolationLevel, Sandboxes> sandboxes = Levels.Tested.ToDictionary(level => level, level => new Sandboxes(level, spares: 0, forMarks: false));
    private readonly byte[] honest = HostileCode.Compiled("Honest", Honest);
    private Library library = null!;
    private Worksheet worksheet = null!;
    private DirectoryInfo folder = null!;

    [OneTimeSetUp]
    public void Open()
    {
        library = Library.Open(Path.Combine(TestContext.CurrentContext.TestDirectory, "exercises"));
        worksheet = ((Found.Success)library.Find("backprop-practice")).Worksheet;
        folder = Directory.CreateTempSubdirectory("hostile-submissions-");
    }

    [OneTimeTearDown]
    public void Close()
    {
        foreach (var level in sandboxes.Values) level.Dispose();
        folder.Delete(recursive: true);
        Assert.That(Remains.OfThisProcess(), Is.Empty, "processes that outlive their boxes");
    }

    [TestCaseSource(nameof(Scanned))]
    public void Submission_LookedAtAndRun_GetsItsVerdict(string name)
    {
        var submission = Find(name);
        var path = Path.Combine(folder.FullName, $"{name}.dll");
        File.WriteAllBytes(path, submission.Image());
        var limits = LimitsFor(submission.Scanned);
        var grading = new ProgramGrading(library, _ => checker, sandboxes[IsolationLevel.Bubblewrap]);
        var record = grading.Run([path], "Answers.dll", worksheet with { Code = CodeRules.Usual with { Limits = limits } });
        var methods = record is ProgramRecord.Seen seen ? seen.Methods : throw new AssertionException($"{record}");
        AssertJudged(submission.Scanned, methods);
        AssertHonestIsRight(IsolationLevel.Bubblewrap, limits);
    }

    // What the look at the file lets pass has run in a box above.
    [TestCaseSource(nameof(HeldByTheBoxAlone))]
    public void Submission_RunUnseen_GetsItsVerdict(string name, IsolationLevel level) => RunUnseen(name, level);

    [TestCaseSource(nameof(EveryOneAtEachLevel)), Explicit("Takes minutes. dotnet test tests/Attacks -c Release --filter Name~Submission_RunUnseenAtEachLevel")]
    public void Submission_RunUnseenAtEachLevel_GetsItsVerdict(string name, IsolationLevel level) => RunUnseen(name, level);

    private void RunUnseen(string name, IsolationLevel level)
    {
        var submission = Find(name);
        var limits = LimitsFor(submission.Unscanned);
        AssertJudged(submission.Unscanned, Run(submission.Image(), level, limits));
        AssertHonestIsRight(level, limits);
    }

    private void AssertHonestIsRight(IsolationLevel level, Limits limits)
    {
        using var box = sandboxes[level].For(limits).Take();
        Assert.That(box.Load(honest), Is.InstanceOf<LoadOutcome.Loaded>(), "the next submission");
        Assert.That((box.Call(0, [new Datum.Vector([2, 3]), new Datum.Vector([5, 7])]) as CallOutcome.Returned)?.Value, Is.EqualTo(new Datum.Number(31)), "the next submission");
    }

    private void AssertJudged(IReadOnlyList<string> expected, IReadOnlyDictionary<string, MethodRecord> methods)
    {
        var part = Judged(methods);
        var said = part.Feedback.Select(feedback => feedback.Code).Append(part.Verdict.ToString().ToLowerInvariant()).ToList();
        Assert.That(said.Intersect(expected), Is.Not.Empty, $"{string.Join(',', said)}: {string.Join(' ', part.Feedback.Select(feedback => feedback.Message))}");
        if (!expected.Contains("correct")) Assert.That(part.Verdict, Is.Not.EqualTo(Verdict.Correct));
    }

    private PartResult Judged(IReadOnlyDictionary<string, MethodRecord> methods) =>
        checker.Check(worksheet, new Submission("Answers.dll", worksheet.Id, "student", [], []), methods).Parts.First(part => part.PartId == Part);

    private Dictionary<string, MethodRecord> Run(byte[] image, IsolationLevel level, Limits limits)
    {
        using var session = new ProgramSession(sandboxes[level].For(limits), new ProgramImage.Ready(image, default, []), TimeSpan.FromSeconds(90));
        return new ProgramRunner(session).Run(checker.Questions(worksheet)) switch
        {
            ProgramRunner.Outcome.Ran ran => new(ran.Methods),
            ProgramRunner.Outcome.Refused refused => new() { [Part] = new MethodRecord.Unfit(null, refused.Reason) },
            var outcome => throw new AssertionException($"{outcome}"),
        };
    }

    private static Limits LimitsFor(IReadOnlyList<string> expected) => expected.Contains("timeout") ? Brief : Patient;

    private static HostileSubmission Find(string name) => HostileSubmission.All.First(submission => submission.Name == name);

    private static IEnumerable<TestCaseData> Scanned() => HostileSubmission.All.Select(submission => new TestCaseData(submission.Name));

    private static IEnumerable<TestCaseData> HeldByTheBoxAlone() =>
        from level in (IsolationLevel[])[IsolationLevel.Bubblewrap, IsolationLevel.Seal]
        from submission in HostileSubmission.All
        where submission.Scanned.Contains("forbidden-api")
        select new TestCaseData(submission.Name, level).SetArgDisplayNames(submission.Name, level.Name());

    private static IEnumerable<TestCaseData> EveryOneAtEachLevel() =>
        from level in Levels.Tested
        from submission in HostileSubmission.All
        select new TestCaseData(submission.Name, level).SetArgDisplayNames(submission.Name, level.Name());
}
