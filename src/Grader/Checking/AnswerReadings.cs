using System.Globalization;
using Formulas.Expressions;
using Formulas.Rendering;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>An answer shown back as it was read.</summary>
internal static class AnswerReadings
{
    private const int LongestGiven = 10_000;

    public static AnswerReading OfFormula(string given, Expression formula, Scope scope) =>
        new(Cut(given), Calculator.Print(formula), new ReadFormula(formula, scope));

    public static AnswerReading OfValue(string given, Value value) => new(Cut(given), Plain(value), new ReadValue(value));

    public static AnswerReading OfText(string given) => new(Cut(given), Cut(given), null);

    /// <summary>The student's own words for an answer that holds no formula.</summary>
    public static string Given(Answer answer) => answer switch
    {
        Answer.Text text => text.Content,
        Answer.TextList list => string.Join(", ", list.Items),
        Answer.Number number => number.Written,
        Answer.NumberList list => $"[{string.Join(", ", list.Entries.Select(entry => entry.Written))}]",
        Answer.NumberTable table => $"[{string.Join(", ", table.Rows.Select(Given))}]",
        Answer.ExplicitValue value => Given(value.Inner),
        Answer.ExplicitFormula formula => formula.Content,
        Answer.ExplicitOption option => option.Id,
        Answer.ExplicitText text => text.Content,
        Answer.Graph graph => string.Join("; ", graph.Content.Nodes.Select(Given)),
        Answer.Cells cells => string.Join("; ", cells.Items.Select(item => $"{item.Name} = {Given(item.Answer)}")),
        Answer.Unusable => "",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Given(Exercises.GraphNode node) => node switch
    {
        { Value: { } value, Inputs.Count: 0 } => $"{node.Name} = {Written(value)}",
        { Inputs.Count: 0 } => $"{node.Name} = {node.Operation}",
        _ => $"{node.Name} = {node.Operation}({string.Join(", ", node.Inputs)})",
    };

    private static string Plain(Value value) => value switch
    {
        Value.Scalar scalar => scalar.Number.ToString(CultureInfo.InvariantCulture),
        Value.Truth truth => truth.Holds ? "true" : "false",
        Value.Vector vector => $"[{string.Join(", ", vector.Entries.Select(Written))}]",
        Value.Matrix matrix => $"[{string.Join(", ", matrix.Entries.Chunk(matrix.Columns).Select(row => $"[{string.Join(", ", row.Select(Written))}]"))}]",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Written(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Cut(string text) => text.Length <= LongestGiven ? text : text[..LongestGiven];
}
