using System.Text.RegularExpressions;
using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Checking.Graphs;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>Answers of function parts and table cells, made into functions. A new kind of answer is a new arm here.</summary>
internal static partial class AnswerInterpreter
{
    public static Interpretation Interpret(Answer answer, PreparedFunction function) => Read(answer, function) switch
    {
        Interpretation.Formula formula when function.Order is { } order && order.Misused(formula.Tree) is { Count: > 0 } misused =>
            new Interpretation.Refused(Messages.LaterCell(order, misused), formula.Reading),
        var read => read,
    };

    private static Interpretation Read(Answer answer, PreparedFunction function) => answer switch
    {
        Answer.Text text => FromText(text.Content, function),
        Answer.Number number => FromValue(WrittenValue.Of(WrittenNumber.From(number)), answer, function),
        Answer.NumberList list => FromValue(WrittenValue.Of(list.Entries.Select(WrittenNumber.From)), answer, function),
        Answer.NumberTable table => FromValue(WrittenValue.From(table), answer, function),
        Answer.TextList list => FromList(list, function),
        Answer.ExplicitValue value => FromExplicitValue(value.Inner, function),
        Answer.ExplicitFormula formula => FromFormula(formula.Content, function),
        Answer.Graph graph => FromGraph(graph, function),
        Answer.ExplicitOption or Answer.ExplicitText => Refused(Messages.FormulaWanted("something else"), answer),
        Answer.Cells { Items.Count: 0 } => new Interpretation.Missing(),
        Answer.Cells => Refused(Messages.FormulaWanted("an object with several entries"), answer),
        Answer.Unusable unusable => Refused(Messages.Unusable(unusable.Problem), answer),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Interpretation.Refused Refused(Feedback reason, Answer answer) =>
        new(reason, AnswerReadings.OfText(AnswerReadings.Given(answer)));

    private static Interpretation FromText(string text, PreparedFunction function)
    {
        if (string.IsNullOrWhiteSpace(text)) return new Interpretation.Missing();
        if (function.HasGiven && WrittenNumber.TryRead(text) is { } number) return FromValue(WrittenValue.Of(number), new Answer.Text(text), function);
        // The formula reader would see a comma between two numbers; the number reader knows what is meant.
        if (DecimalComma().IsMatch(text) && NumberReader.Read(text.Trim()) is Reading<double>.Failure comma)
        {
            return new Interpretation.Refused(Messages.NotRead(text, comma.Diagnostic), AnswerReadings.OfText(text));
        }

        return FromFormula(text, function);
    }

    private static Interpretation FromValue(WrittenValue value, Answer answer, PreparedFunction function)
    {
        var given = AnswerReadings.Given(answer);
        if (!function.HasGiven) return new Interpretation.Refused(Messages.NoGivenInputs(), AnswerReadings.OfText(given));
        return new Interpretation.Typed(value, value.RaggedRow is null ? AnswerReadings.OfValue(given, value.ToValue()) : AnswerReadings.OfText(given));
    }

    private static Interpretation FromFormula(string text, PreparedFunction function) =>
        function.Reader.Read(text) switch
        {
            Reading<Expression>.Success { AsColumn: { } column } read when function.Specification.Shape is Shape.VectorShape => Read(text, column, read, function),
            // (a, b, c)^T is how a column is written within a line.
            Reading<Expression>.Success read when function.Specification.Shape is Shape.VectorShape && WrittenColumn(read.Value) is { } column => Read(text, column, read, function),
            Reading<Expression>.Success read => Read(text, read.Value, read, function),
            Reading<Expression>.Failure { Diagnostic: { Code: Codes.UnknownName } unknown } when function.Order is { } order
                && text.Substring(unknown.Span.Start, unknown.Span.Length) is var name && order.LaterCells.Contains(name) =>
                new Interpretation.Refused(Messages.LaterCell(order, [name]), AnswerReadings.OfText(text)),
            Reading<Expression>.Failure failure => new Interpretation.Refused(Messages.NotRead(text, failure.Diagnostic), AnswerReadings.OfText(text)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Expression? WrittenColumn(Expression formula) => formula switch
    {
        Expression.Transpose { Operand: Expression.VectorLiteral column } => column,
        Expression.Let let when WrittenColumn(let.Body) is { } column => new Expression.Let(let.Name, let.Value, column),
        _ => null,
    };

    private static Interpretation.Formula Read(string text, Expression tree, Reading<Expression>.Success read, PreparedFunction function) =>
        new(tree, AnswerReadings.OfFormula(text, tree, function.Specification.Scope), Notes(read)) { EarlierSteps = read.EarlierSteps };

    private static EquatableList<Feedback> Notes(Reading<Expression>.Success read) => read.Notes.Select(Messages.Note).ToEquatableList();

    /// <summary>Entries one by one: all numbers are a value, formulas a vector of formulas.</summary>
    private static Interpretation FromList(Answer.TextList list, PreparedFunction function)
    {
        if (list.Items.All(string.IsNullOrWhiteSpace)) return new Interpretation.Missing();
        var numbers = list.Items.Select(WrittenNumber.TryRead).ToList();
        if (function.HasGiven && numbers.TrueForAll(number => number is not null))
        {
            return FromValue(WrittenValue.Of(numbers.Select(number => number!.Value)), list, function);
        }

        var (read, notes) = (new List<Reading<Expression>.Success>(), new List<Feedback>());
        foreach (var (text, i) in list.Items.Select((text, i) => (text, i)))
        {
            switch (function.Reader.Read(text))
            {
                case Reading<Expression>.Failure failure:
                    return Refused(Messages.NotRead(text, failure.Diagnostic, $"Entry {i + 1}"), list);
                case Reading<Expression>.Success { Value.Shape: not Shape.ScalarShape } array:
                    return Refused(Messages.ShapeMismatch($"a list whose entry {i + 1} is a {array.Value.Shape}", "a list of single numbers"), list);
                case Reading<Expression>.Success entry:
                    read.Add(entry);
                    notes.AddRange(Notes(entry));
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        if (InOrder(read) is not { } entries) return Refused(Messages.EntriesOutOfOrder(), list);
        var vector = new Expression.VectorLiteral(entries.ToEquatableList(), new Shape.VectorShape(Size.Literal(entries.Count)));
        return new Interpretation.Formula(vector, AnswerReadings.OfFormula(AnswerReadings.Given(list), vector, function.Specification.Scope), notes.ToEquatableList());
    }

    /// <summary>The entries in the order that their left sides give them; null where some are named and stand elsewhere than the rest leaves room for.</summary>
    private static List<Expression>? InOrder(List<Reading<Expression>.Success> read)
    {
        var inPlace = Enumerable.Range(0, read.Count).All(at => read[at].Entry is not { } named || named == at);
        if (inPlace) return [.. read.Select(entry => entry.Value)];
        var isComplete = read.TrueForAll(entry => entry.Entry is { } named && named < read.Count) && read.DistinctBy(entry => entry.Entry).Count() == read.Count;
        return isComplete ? [.. read.OrderBy(entry => entry.Entry).Select(entry => entry.Value)] : null;
    }

    /// <summary>A value may also be worked out by a formula, which then counts at the given inputs only.</summary>
    private static Interpretation FromExplicitValue(Answer inner, PreparedFunction function)
    {
        var read = Interpret(inner, function);
        if (read is not Interpretation.Formula formula) return read;
        if (!function.HasGiven) return Refused(Messages.NoGivenInputs(), inner);
        return AtGiven(formula, function) is { } value
            ? new Interpretation.Typed(WrittenValue.Exact(value), AnswerReadings.OfFormula(AnswerReadings.Given(inner), formula.Tree, function.Specification.Scope))
            : Refused(Messages.NotFinite("at the given inputs"), inner);
    }

    /// <summary>The value of a formula at the given inputs; null where it has none.</summary>
    public static Value? AtGiven(Interpretation.Formula formula, PreparedFunction function) =>
        Evaluation.Evaluate(formula.Tree, function.Given) is Outcome.Known { Value: Value.Scalar or Value.Vector or Value.Matrix } known ? known.Value : null;

    private static Interpretation FromGraph(Answer.Graph graph, PreparedFunction function) =>
        GraphFormula.Build(GraphNames.InTheirNames(graph.Content, GraphCheck.InputsOnly(function.Specification), []), GraphCheck.InputsOnly(function.Specification)) switch
        {
            GraphFormula.Outcome.Runnable runnable => new Interpretation.Formula(
                runnable.Output, AnswerReadings.OfFormula(AnswerReadings.Given(graph), runnable.Output, function.Specification.Scope), []),
            GraphFormula.Outcome.Refused refused => Refused(refused.Faults[0].Reason, graph),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    [GeneratedRegex(@"^\s*[+-]?\d*,\d+\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalComma();
}
