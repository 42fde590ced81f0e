using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Batching;

/// <summary>What became of one file.</summary>
/// <param name="File">The name it has in results.</param>
public abstract record GradedFile(string File)
{
    public sealed record Graded(string File, Worksheet Worksheet, SubmissionResult Result) : GradedFile(File);

    /// <summary>Nothing of it could be graded; there is at least one problem.</summary>
    public sealed record Unreadable(string File, string Worksheet, string Student, EquatableList<Problem> Problems) : GradedFile(File);

    /// <summary>The grader failed at it. The text is for us, not for the student. Names are blank where the file did not get so far.</summary>
    public sealed record Fault(string File, string Worksheet, string Student, string Details) : GradedFile(File);
}

/// <summary>Takes a file from disk to its verdicts. Whatever is wrong with the file becomes a value; it never throws.</summary>
public sealed class FileGrading(Library library, Checker checker)
{
    public GradedFile Grade(FoundFile file)
    {
        Submission? submission = null;
        try
        {
            if (file.Obstacle is { } obstacle) return new GradedFile.Unreadable(file.Shown, string.Empty, string.Empty, [obstacle]);
            submission = AnswerFileReader.ReadFile(file.Path) with { File = file.Shown };
            return Grade(submission);
        }
#pragma warning disable CA1031 // One bad submission harms itself only: any fault becomes its own line, and the batch goes on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new GradedFile.Fault(file.Shown, submission?.Worksheet ?? string.Empty, submission?.Student ?? string.Empty, fault.ToString());
        }
    }

    private GradedFile Grade(Submission submission) => submission.IsUnreadable
        ? Unreadable(submission, submission.Problems)
        : library.Find(submission.Worksheet) switch
        {
            Found.Success(var worksheet) => new GradedFile.Graded(submission.File, worksheet, checker.Check(worksheet, submission)),
            Found.Unknown(var id, var hint) => Unreadable(submission, [UnknownWorksheet(id, hint), .. submission.Problems]),
            Found.Unusable(var id, var problems) => new GradedFile.Fault(
                submission.File, submission.Worksheet, submission.Student, $"The worksheet \"{id}\" cannot be used: {string.Join(' ', problems)}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Problem UnknownWorksheet(string id, string hint) =>
        new("unknown-worksheet", $"There is no worksheet \"{id}\".", null, hint, ProblemSeverity.Fatal);

    private static GradedFile.Unreadable Unreadable(Submission submission, EquatableList<Problem> problems) =>
        new(submission.File, submission.Worksheet, submission.Student, problems);
}
