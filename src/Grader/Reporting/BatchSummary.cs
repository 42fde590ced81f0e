using Formulas.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Classes;

namespace Grader.Reporting;

/// <summary>What a batch came to: one row for each file, in the order to be shown.</summary>
/// <param name="Title">Such as the folder's name.</param>
public sealed record BatchSummary(string Title, EquatableList<BatchRow> Rows)
{
    /// <summary>What people mark; null where there is nothing.</summary>
    public ToMark? ToMark { get; init; }

    /// <summary>What the results say as a whole, their submissions in the order of the rows.</summary>
    public ClassFigures Figures { get; init; } = ClassFigures.None;

    /// <summary>Who is missing; null where there is no class list.</summary>
    public Attendance? Attendance { get; init; }
}

/// <summary>The list that people mark from.</summary>
/// <param name="Answers">How many different texts there are.</param>
/// <param name="Waiting">How many of them nobody has marked.</param>
/// <param name="List">The list's file, relative to the index page.</param>
public sealed record ToMark(int Answers, int Waiting, string List);

/// <summary>One file of a batch.</summary>
/// <param name="File">The file's name as found. Never trusted.</param>
/// <param name="Link">The submission's page, relative to the index page (<c>students/NAME.html</c>); null where there is none.</param>
/// <param name="Worksheet">Null where the file did not get so far.</param>
/// <param name="Student">Null where the file did not get so far. Never trusted.</param>
/// <param name="Score">Null where nothing was graded; likewise <paramref name="MaxScore"/>.</param>
/// <param name="Reason">Why the file was not graded, or what else is worth a word; null where all went well.</param>
public sealed record BatchRow(
    string File,
    string? Link,
    string? Worksheet,
    string? Student,
    BatchStatus Status,
    decimal? Score,
    decimal? MaxScore,
    VerdictCounts Counts,
    string? Reason)
{
    /// <summary>The grader failed at the file, or at one of its parts that no person has marked since.</summary>
    public bool IsFaulty { get; init; }

    /// <summary>The student's name; null where it is not known. Never trusted.</summary>
    public string? Name { get; init; }

    /// <summary>The student, with the name where it is known; null where the file did not get so far.</summary>
    public string? Who => Name is null ? Student : $"{Name} ({Student})";
}

/// <summary>What became of a file. In JSON: the lower-case name.</summary>
public enum BatchStatus
{
    Graded,

    /// <summary>The file could not be read; the reason says why.</summary>
    Unreadable,

    /// <summary>A fault of the grader's own.</summary>
    Fault,
}

/// <summary>How many parts have which verdict.</summary>
public sealed record VerdictCounts(int Correct, int Partial, int Incorrect, int Unreadable, int Missing, int Pending)
{
    public static VerdictCounts None { get; } = new(0, 0, 0, 0, 0, 0);

    public static VerdictCounts operator +(VerdictCounts left, VerdictCounts right) => Add(left, right);

    public static VerdictCounts Add(VerdictCounts left, VerdictCounts right) => new(
        left.Correct + right.Correct,
        left.Partial + right.Partial,
        left.Incorrect + right.Incorrect,
        left.Unreadable + right.Unreadable,
        left.Missing + right.Missing,
        left.Pending + right.Pending);

    public static VerdictCounts Of(IEnumerable<Verdict> verdicts)
    {
        var counts = verdicts.CountBy(verdict => verdict).ToDictionary();
        return new VerdictCounts(
            counts.GetValueOrDefault(Verdict.Correct),
            counts.GetValueOrDefault(Verdict.Partial),
            counts.GetValueOrDefault(Verdict.Incorrect),
            counts.GetValueOrDefault(Verdict.Unreadable),
            counts.GetValueOrDefault(Verdict.Missing),
            counts.GetValueOrDefault(Verdict.Pending));
    }
}
