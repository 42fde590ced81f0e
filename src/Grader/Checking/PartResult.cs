using Formulas.Expressions;
using Formulas.Rendering;
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

    /// <summary>About how many bytes it takes.</summary>
    internal long Size => 500 + SizeOf(Reading) + SizeOf(Counterexample) + SizeOf(Feedback) + (Graph is { } graph ? 500 * graph.Graph.Nodes.Count : 0)
        + Cells.Sum(cell => 200 + SizeOf(cell.Reading) + SizeOf(cell.Counterexample) + SizeOf(cell.Feedback));

    /// <summary>What a person gave; null where the machine's verdict stands.</summary>
    public Marking.PersonMark? Mark { get; init; }

    // A node of a tree is written in two or three characters.
    private static long SizeOf(AnswerReading? reading) =>
        reading is null ? 0 : (sizeof(char) * (reading.Given.Length + reading.Plain.Length)) + (reading.Mathematics is null ? 0 : 20 * reading.Plain.Length);

    private static long SizeOf(EquatableList<Feedback> feedback) => feedback.Sum(item => 100 + (sizeof(char) * item.Message.Length));

    private static long SizeOf(Counterexample? counterexample) => counterexample is null ? 0 : 500;
}

/// <summary>An answer as it was read.</summary>
/// <param name="Given">The student's own text, cut at 10,000 characters. Never trusted.</param>
/// <param name="Plain">The reading in calculator notation, or the value, option or prose as text.</param>
/// <param name="Mathematics">Null where it is not mathematics.</param>
public sealed record AnswerReading(string Given, string Plain, ReadMathematics? Mathematics);

/// <summary>Mathematics as it was read. Its MathML takes many times its room, so it is made when a page shows it and not kept.</summary>
public abstract record ReadMathematics
{
    /// <summary>Made by us and safe to embed.</summary>
    public abstract string ToMathMl();
}

/// <summary>A formula and the symbols it was read with, by which its pieces are shown.</summary>
public sealed record ReadFormula(Expression Tree, Scope Scope) : ReadMathematics
{
    public override string ToMathMl() => MathMl.Render(Tree, Scope);
}

/// <summary>A graph as formulas, a line for each node. It is for showing only, so its pieces say nothing.</summary>
public sealed record ReadGraph(Expression Lines, Scope Scope) : ReadMathematics
{
    public override string ToMathMl() => MathMl.Render(Lines, Scope);
}

public sealed record ReadValue(Value Value) : ReadMathematics
{
    public override string ToMathMl() => MathMl.Render(Value);
}

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
