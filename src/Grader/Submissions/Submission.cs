using Formulas.Text;
using Grader.Exercises;

namespace Grader.Submissions;

/// <summary>What one person handed in for one worksheet, as read and not yet judged.</summary>
/// <param name="Worksheet">The id as written; it may name no worksheet.</param>
/// <param name="Student">As written, or the file's name where the file says nothing.</param>
/// <param name="Answers">By part id as written, in file order. A part that the worksheet lacks stays here, to be reported.</param>
/// <param name="Problems">What could not be read, each with its place; the rest is graded all the same.</param>
public sealed record Submission(
    string File, string Worksheet, string Student, EquatableList<GivenAnswer> Answers, EquatableList<Problem> Problems)
{
    /// <summary>Whether the file itself says whose it is.</summary>
    public bool NamesStudent { get; init; }

    /// <summary>The code of the student's own numbers, as written; null for the numbers of the sheet.</summary>
    public string? Variant { get; init; }

    /// <summary>The first answer to a part; null where there is none.</summary>
    public Answer? Find(string partId) => Answers.FirstOrDefault(given => given.PartId == partId)?.Answer;

    /// <summary>True where nothing of the file could be graded.</summary>
    public bool IsUnreadable => Problems.Any(problem => problem.Severity == ProblemSeverity.Fatal);
}

public sealed record GivenAnswer(string PartId, Answer Answer, FilePosition Position);

/// <summary>Line and column, both from 1.</summary>
public sealed record FilePosition(int Line, int Column);

/// <summary>Something wrong with an input file: a full sentence, its place where there is one, and a way out.</summary>
public sealed record Problem(
    string Code, string Message, FilePosition? Position, string? Hint = null, ProblemSeverity Severity = ProblemSeverity.Error);

public enum ProblemSeverity
{
    /// <summary>Worth knowing; nothing was lost by it.</summary>
    Hint,

    /// <summary>An answer or an entry of the file could not be taken; the rest is graded.</summary>
    Error,

    /// <summary>Nothing of the file could be graded.</summary>
    Fatal,
}

/// <summary>One answer as given, before its part says what a bare string or number means.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>A bare JSON string: a formula, an option, prose or a typed number, as the part decides.</summary>
    public sealed record Text(string Content) : Answer;

    /// <summary>A JSON array of strings: the options of a claims part, or the entries of a list part as formulas.</summary>
    public sealed record TextList(EquatableList<string> Items) : Answer;

    public sealed record Number(double Value, string Written) : Answer;

    /// <summary>Numbers in an array. The written forms are kept, for counting digits.</summary>
    public sealed record NumberList(EquatableList<Number> Entries) : Answer;

    /// <summary>Numbers row by row; rows may differ in length, which checking reports.</summary>
    public sealed record NumberTable(EquatableList<NumberList> Rows) : Answer;

    /// <summary>{"value": ...}: explicitly a value.</summary>
    public sealed record ExplicitValue(Answer Inner) : Answer;

    /// <summary>{"formula": "..."}.</summary>
    public sealed record ExplicitFormula(string Content) : Answer;

    /// <summary>{"option": "..."}.</summary>
    public sealed record ExplicitOption(string Id) : Answer;

    /// <summary>{"text": "..."}.</summary>
    public sealed record ExplicitText(string Content) : Answer;

    /// <summary>{"graph": {...}}, or a bare {"nodes": ...}.</summary>
    public sealed record Graph(ComputationGraph Content) : Answer;

    /// <summary>An object of cells.</summary>
    public sealed record Cells(EquatableList<NamedAnswer> Items) : Answer;

    /// <summary>JSON of a kind that no part takes (true, null, mixed arrays): kept to be reported.</summary>
    public sealed record Unusable(Problem Problem) : Answer;
}

public sealed record NamedAnswer(string Name, Answer Answer);
