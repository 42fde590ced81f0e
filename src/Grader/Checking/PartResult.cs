using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking;

/// <summary>The verdict on one part. In JSON: the lower-case name.</summary>
public enum Verdict
{
    Correct,
    Partial,
    Incorrect,

    /// <summary>Could not be parsed, shaped, loaded or run.</summary>
    Unreadable,
    Missing,

    /// <summary>Waits for a person.</summary>
    Pending,
}

/// <summary>A sentence for the student, with its stable kebab-case code. The same sentence goes to page, console and JSON.</summary>
public sealed record Feedback(string Code, string Message);

/// <summary>The judgement of one part, with what it rests on.</summary>
/// <param name="Reading">The answer as it was read; null where nothing was given.</param>
/// <param name="Counterexample">Inputs at which the answer differs; null for right answers and for kinds without inputs.</param>
/// <param name="Cells">For tables: each cell's own judgement. For choices and claims: empty.</param>
/// <param name="Samples">How many samples the verdict rests on, and the seed to reproduce it.</param>
public sealed record PartResult(
    string PartId,
    Verdict Verdict,
    decimal Score,
    decimal MaxScore,
    AnswerReading? Reading,
    EquatableList<Feedback> Feedback,
    Counterexample? Counterexample,
    EquatableList<CellResult> Cells,
    SampleRecord? Samples)
{
    /// <summary>What went wrong in the grader itself, for those who look after it and not for the student; null where nothing did.</summary>
    public string? Fault { get; init; }

    /// <summary>A graph answer node by node; null for other kinds.</summary>
    internal Graphs.GraphFindings? Graph { get; init; }

    /// <summary>Whether others who answer the same get this very result, so that what is made of it can be used again.</summary>
    internal bool IsShared { get; init; }

    /// <summary>About how many characters it takes, with what was read beside them.</summary>
    internal long Size => 500 + SizeOf(Reading) + Feedback.Sum(item => item.Message.Length) + Cells.Sum(cell => 200 + SizeOf(cell.Reading) + cell.Feedback.Sum(item => item.Message.Length));

    /// <summary>What a person gave; null where the machine's verdict stands.</summary>
    public Marking.PersonMark? Mark { get; init; }

    private static long SizeOf(AnswerReading? reading) => reading is null ? 0 : reading.Given.Length + reading.Plain.Length + (reading.MathMl?.Length ?? 0);
}

/// <summary>An answer as it was read.</summary>
/// <param name="Given">The student's own text, cut at 10,000 characters. Never trusted.</param>
/// <param name="Plain">The reading in calculator notation, or the value, option or prose as text.</param>
/// <param name="MathMl">The reading as MathML, made by us and safe to embed; null where it is not mathematics.</param>
public sealed record AnswerReading(string Given, string Plain, string? MathMl)
{
    /// <summary>The formula that the answer was read as; null where it is none.</summary>
    public ReadFormula? Formula { get; init; }
}

/// <summary>A formula and the symbols it was read with, by which its pieces are shown.</summary>
public sealed record ReadFormula(Expression Tree, Scope Scope);

/// <summary>Inputs and both values there. <paramref name="Expected"/> is shown only where the solution may be.</summary>
public sealed record Counterexample(Assignment Inputs, Value? Answer, Value Expected)
{
    /// <summary>What there was instead of a value that can be shown, such as "your method ran longer than 2 s"; null where there just is none.</summary>
    public string? Instead { get; init; }
}

public sealed record CellResult(string Cell, Verdict Verdict, AnswerReading? Reading, EquatableList<Feedback> Feedback, Value? Expected, Value? CarriedFrom)
{
    /// <summary>Inputs at which the cell's formula differs; null for right cells and for values, which are judged at the given inputs.</summary>
    public Counterexample? Counterexample { get; init; }
}

public sealed record SampleRecord(int Count, string Seed);

/// <summary>The judgement of one submission.</summary>
/// <param name="Problems">Problems of the file, and answers to parts that the worksheet lacks.</param>
public sealed record SubmissionResult(
    string File,
    string Worksheet,
    string Student,
    decimal Score,
    decimal MaxScore,
    EquatableList<PartResult> Parts,
    EquatableList<Submissions.Problem> Problems)
{
    /// <summary>The student's name; null where nothing but the id is known. Never trusted.</summary>
    public string? Name { get; init; }

    /// <summary>The program that was run for it; null where there was none.</summary>
    public Programs.ProgramSummary? Program { get; init; }

    /// <summary>Where only the public samples were tried so far: when those of the class follow. Null where all were tried.</summary>
    public DateTimeOffset? FurtherChecksFrom { get; init; }
}
