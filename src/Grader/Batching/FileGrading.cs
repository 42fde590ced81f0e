using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Exporting;
using Grader.Layouts;
using Grader.Programs;
using Grader.Reporting;
using Grader.Submissions;
using Grader.Variants;

namespace Grader.Batching;

/// <summary>What became of one file.</summary>
/// <param name="File">The name it has in results.</param>
public abstract record GradedFile(string File)
{
    /// <summary>What the names around it say; null where they do not.</summary>
    public Origin? Origin { get; init; }

    /// <summary>The student's name; null where it is not known. Never trusted.</summary>
    public string? Name { get; init; }

    /// <summary>The student's id; blank where the file did not get so far.</summary>
    public string Whose => this switch
    {
        Graded graded => graded.Result.Student,
        Unreadable unreadable => unreadable.Student,
        Fault fault => fault.Student,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public sealed record Graded(string File, Worksheet Worksheet, SubmissionResult Result) : GradedFile(File);

    /// <summary>Nothing of it could be graded; there is at least one problem, and what stood in the way comes first.</summary>
    public sealed record Unreadable(string File, string Worksheet, string Student, EquatableList<Problem> Problems) : GradedFile(File);

    /// <summary>The grader failed at it. The text is for us, not for the student. Names are blank where the file did not get so far.</summary>
    public sealed record Fault(string File, string Worksheet, string Student, string Details) : GradedFile(File);
}

/// <summary>Takes a file from disk to its verdicts. Whatever is wrong with the file becomes a value; it never throws.</summary>
/// <param name="checker">With the samples of the class.</param>
/// <param name="sandboxes">Where programs run; null where none is expected.</param>
/// <param name="worksheet">The worksheet that the call names for programs; null where they tell themselves.</param>
public sealed class FileGrading(Library library, Checker checker, Sandboxes? sandboxes = null, Worksheet? worksheet = null)
{
    private readonly Lazy<Checker> publicChecker = new(() => new Checker(ClassSecret.Public));

    /// <summary>By which a worksheet is judged at public samples only until its deadline; null for all samples at any time.</summary>
    public Revealing? Revealing { get; init; }

    /// <summary>By which students are judged by numbers of their own.</summary>
    public OwnNumbers OwnNumbers { get; init; } = new(phrase: null);

    /// <summary>The class list, for names; null without one.</summary>
    public Roster? Roster { get; init; }

    public GradedFile Grade(FoundFile file)
    {
        var graded = GradeAlone(file) with { Origin = file.Origin };
        return graded with { Name = Roster?.Find(graded.Whose)?.Name is { Length: > 0 } name ? name : file.Origin?.Name };
    }

    private GradedFile GradeAlone(FoundFile file)
    {
        Submission? submission = null;
        try
        {
            if (file.Obstacle is { } obstacle) return new GradedFile.Unreadable(file.Shown, string.Empty, file.Origin?.Student ?? string.Empty, [obstacle]);
            submission = Owned(file.Origin, file.Student is { } student
                ? new Submission(file.Shown, worksheet?.Id ?? string.Empty, student, [], [])
                : AnswerFileReader.ReadFile(file.Path) with { File = file.Shown });
            return file.Program.Count > 0 ? GradeProgram(file, submission) : Grade(submission);
        }
#pragma warning disable CA1031 // One bad submission harms itself only: any fault becomes its own line, and the batch goes on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new GradedFile.Fault(file.Shown, submission?.Worksheet ?? string.Empty, submission?.Student ?? string.Empty, fault.ToString());
        }
    }

    /// <summary>Where the file does not say whose it is, what is around it does.</summary>
    private Submission Owned(Origin? origin, Submission submission) => origin is null || (submission.NamesStudent && !origin.IsOfGroup && !IsMistyped(submission.Student, origin))
        ? submission
        : submission with
        {
            Student = origin.Student,
            Problems = submission.Problems.Where(problem => problem.Code != FileMessages.MissingStudent).ToEquatableList(),
        };

    /// <summary>The class list knows whoever handed it in, and not whom the file names.</summary>
    private bool IsMistyped(string student, Origin origin) => Roster is not null && Roster.Find(student) is null && Roster.Find(origin.Student) is not null;

    private GradedFile GradeProgram(FoundFile file, Submission submission)
    {
        if (submission.IsUnreadable) return Unreadable(submission, submission.Problems);
        var named = worksheet;
        if (file.Student is null && library.Find(submission.Worksheet) is var found)
        {
            if (found is not Found.Success success) return Grade(submission);
            (named, submission) = OwnNumbers.For(success.Worksheet, submission);
        }

        var grading = new ProgramGrading(library, CheckerFor, sandboxes ?? throw new InvalidOperationException("A program came where none was expected."));
        return grading.Run(file.Program, Path.GetFileName(file.Program[0]), named) switch
        {
            ProgramRecord.Seen seen => new GradedFile.Graded(
                file.Shown, seen.Worksheet, Dated(seen.Worksheet, CheckerFor(seen.Worksheet).Check(seen.Worksheet, submission, seen.Methods)) with { Program = seen.Summary }),
            // What the answer file holds is graded all the same.
            ProgramRecord.Nothing nothing when named is not null && submission.Answers.Count > 0 => new GradedFile.Graded(
                file.Shown, named, Check(named, submission with { Problems = submission.Problems.Concat(nothing.Problems.Select(AsError)).ToEquatableList() })),
            ProgramRecord.Nothing nothing => Unreadable(submission, nothing.Problems),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private SubmissionResult Check(Worksheet worksheet, Submission submission) => Dated(worksheet, CheckerFor(worksheet).Check(worksheet, submission));

    /// <summary>Before the deadline the samples of the class stay unused: what a verdict says of them could be found out by trying.</summary>
    private Checker CheckerFor(Worksheet worksheet) => Revealing?.FurtherChecksFrom(worksheet) is null ? checker : publicChecker.Value;

    private SubmissionResult Dated(Worksheet worksheet, SubmissionResult result) => result with { FurtherChecksFrom = Revealing?.FurtherChecksFrom(worksheet) };

    private static Problem AsError(Problem problem) => problem with { Severity = ProblemSeverity.Error };

    private GradedFile Grade(Submission submission) => submission.IsUnreadable
        ? Unreadable(submission, submission.Problems)
        : library.Find(submission.Worksheet) switch
        {
            Found.Success(var worksheet) => Grade(OwnNumbers.For(worksheet, submission)),
            Found.Unknown(var id, var hint) => Unreadable(submission, [UnknownWorksheet(id, hint), .. submission.Problems]),
            Found.Unusable(var id, var problems) => new GradedFile.Fault(
                submission.File, submission.Worksheet, submission.Student, $"The worksheet \"{id}\" cannot be used: {string.Join(' ', problems)}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private GradedFile.Graded Grade((Worksheet Worksheet, Submission Submission) own) =>
        new(own.Submission.File, own.Worksheet, Check(own.Worksheet, own.Submission));

    private static Problem UnknownWorksheet(string id, string hint) =>
        new("unknown-worksheet", $"There is no worksheet \"{id}\".", null, hint, ProblemSeverity.Fatal);

    private static GradedFile.Unreadable Unreadable(Submission submission, EquatableList<Problem> problems) =>
        new(submission.File, submission.Worksheet, submission.Student, problems.OrderBy(problem => problem.Severity == ProblemSeverity.Fatal ? 0 : 1).ToEquatableList());
}
