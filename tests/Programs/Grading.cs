using Grader.Checking;
using Grader.Checking.Methods;
using Grader.Exercises;
using Grader.Programs;
using Grader.Running;
using Grader.Submissions;

namespace Programs.Tests;

/// <summary>Checks a compiled program as the commands do.</summary>
internal static class Grading
{
    private static readonly Library Exercises = Library.Open(Path.Combine(TestContext.CurrentContext.TestDirectory, "exercises"));

    public static SubmissionResult Check(string worksheetId, byte[] image, ulong secret)
    {
        var worksheet = Find(worksheetId);
        var checker = new Checker(secret);
        using var boxes = BoxFactory.Open(IsolationLevel.Process, Limits.Default);
        using var session = new ProgramSession(boxes, new ProgramImage.Ready(image, default, []), TimeSpan.FromSeconds(60));
        var outcome = new ProgramRunner(session).Run(checker.Questions(worksheet));
        var methods = outcome is ProgramRunner.Outcome.Ran ran ? ran.Methods : throw new InvalidOperationException(outcome.ToString());
        return checker.Check(worksheet, new Submission("Answers.dll", worksheetId, "student", [], []), methods);
    }

    /// <summary>How a part is judged of which this was seen.</summary>
    public static PartResult Judged(string worksheetId, string partId, Func<MethodQuestion, MethodRecord> seen)
    {
        var (worksheet, checker) = (Find(worksheetId), new Checker(ClassSecret.Public));
        var record = seen(checker.Questions(worksheet).First(question => question.Contract.PartId == partId));
        return checker.Check(worksheet, new Submission("Answers.dll", worksheetId, "student", [], []), new Dictionary<string, MethodRecord> { [partId] = record })
            .Parts.First(part => part.PartId == partId);
    }

    /// <summary>A number that a part's method is called with in secret only.</summary>
    public static double HiddenNumber(string worksheetId, string partId, ulong secret)
    {
        var points = new Checker(secret).Questions(Find(worksheetId)).First(question => question.Contract.PartId == partId).Points;
        static double Number(MethodPoint point) => ((Formulas.Expressions.Value.Scalar)point.Inputs.Values["a"]).Number;
        var known = points.Where(point => point.IsPublic).Select(Number).ToHashSet();
        return points.Where(point => !point.IsPublic).Select(Number).First(number => !known.Contains(number));
    }

    public static bool IsByMethod(string worksheetId, string partId) => MethodContract.Of(Find(worksheetId).Find(partId)!) is not null;

    private static Worksheet Find(string id) => ((Found.Success)Exercises.Find(id)).Worksheet;
}
