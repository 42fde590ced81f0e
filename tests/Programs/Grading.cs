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

    public static bool IsByMethod(string worksheetId, string partId) => MethodContract.Of(Find(worksheetId).Find(partId)!) is not null;

    private static Worksheet Find(string id) => ((Found.Success)Exercises.Find(id)).Worksheet;
}
