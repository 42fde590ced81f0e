using Formulas.Text;
using Grader.Checking;
using Grader.Reporting;

namespace Grader.Batching;

/// <summary>A line of <c>results.jsonl</c>, as far as marking and exports need it.</summary>
/// <param name="Worksheet">Null where the file did not get so far; likewise <paramref name="Student"/>. Never trusted.</param>
/// <param name="Problems">What is wrong with the file, as sentences.</param>
public sealed record ResultLine(
    string File,
    BatchStatus Status,
    string? Worksheet,
    string? Student,
    decimal Score,
    decimal MaxScore,
    EquatableList<ResultPart> Parts,
    EquatableList<string> Problems)
{
    /// <summary>The student's name; null where it is not known. Never trusted.</summary>
    public string? Name { get; init; }

    public bool IsLate { get; init; }

    /// <summary>From 1; null where it is not known.</summary>
    public int? Attempt { get; init; }

    /// <summary>The stable codes of the problems, in their order.</summary>
    public EquatableList<string> ProblemCodes { get; init; } = [];

    /// <summary>Whether a program was run for it.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Why the file was not graded, as far as is known.</summary>
    public string Reason => Problems is [var first, ..] ? first : "The file could not be read.";

    /// <summary>Points that a person has still to give.</summary>
    public decimal Waiting => Parts.Where(part => part.Verdict == Verdict.Pending).Sum(part => part.MaxScore);

    /// <summary>Whether the grader failed at the file or at one of its parts that no person has marked since.</summary>
    public bool IsFaulty => Status == BatchStatus.Fault || Parts.Any(part => part is { IsFaulty: true, Verdict: Verdict.Pending });
}

/// <param name="Reading">The answer as it was read; null where nothing was given. Never trusted.</param>
/// <param name="IsFaulty">The grader failed at this part.</param>
public sealed record ResultPart(
    string Part, Verdict Verdict, decimal Score, decimal MaxScore, string? Reading, EquatableList<Feedback> Feedback, bool IsFaulty)
{
    /// <summary>Whether a person has marked it.</summary>
    public bool IsMarked { get; init; }

    /// <summary>For tables and methods: each cell by itself.</summary>
    public EquatableList<ResultCell> Cells { get; init; } = [];
}

/// <param name="Reading">The cell's answer as it was read; null where nothing was given. Never trusted.</param>
public sealed record ResultCell(string Cell, Verdict Verdict, string? Reading, EquatableList<Feedback> Feedback);
