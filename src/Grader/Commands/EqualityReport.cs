using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Commands;

/// <summary>Two formulas, read and held against each other, for people and for scripts.</summary>
internal sealed record EqualityReport(Expression A, Expression B, Decision Decision, Feedback? Diagnosis)
{
    /// <summary>The same points every time, so that an author's verdict can be reproduced.</summary>
    private const ulong Seed = 1;

    public bool IsEqual => Decision is Decision.Equal;

    /// <exception cref="UnusableCallException">A formula cannot be read, the message shows where; or it asks more than the limits allow.</exception>
    public static EqualityReport Of(string a, string b, Scope scope)
    {
        var (answer, reference) = (Read("A", a, scope), Read("B", b, scope));
        scope = EqualSymbols.WithCounts(scope, [answer, reference]);
        var decision = Equivalence.Decide(answer, reference, scope, [], Seed);
        if (decision is Decision.Undecided { MetLimit: true, Reason: var limit }) throw new UnusableCallException(limit);
        return new(answer, reference, decision, DiagnosisOf(decision, answer, reference, scope));
    }

    public JObject ToJson() => new()
    {
        ["equal"] = Decision switch
        {
            Decision.Equal => true,
            Decision.Different => false,
            Decision.Undecided => "undecided",
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        ["counterexample"] = Decision is Decision.Different(var point) ? ToJson(point) : null,
        ["diagnosis"] = Diagnosis is null ? null : new JObject { ["code"] = Diagnosis.Code, ["message"] = Diagnosis.Message },
        ["error"] = null,
    };

    public static JObject ErrorJson(string message) => new() { ["equal"] = null, ["counterexample"] = null, ["diagnosis"] = null, ["error"] = message };

    /// <summary>What a person reads, line by line.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"A is read as   {Calculator.Print(A)}";
        yield return $"B is read as   {Calculator.Print(B)}";
        switch (Decision)
        {
            case Decision.Equal:
                yield return Diagnosis is null ? "Equal wherever B has a value." : $"Equal. {Diagnosis.Message}";
                break;
            case Decision.Undecided(var reason):
                yield return $"Undecided. {reason}";
                break;
            case Decision.Different(var point):
                yield return "Different.";
                foreach (var line in Lines(point)) yield return line;
                if (Diagnosis is not null) yield return Diagnosis.Message;
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static IEnumerable<string> Lines(DifferingPoint point)
    {
        if (point.Inputs.Values.Count > 0) yield return $"At             {Place(point)}";
        yield return point.Answer is { } answer ? $"A has there    {Show(answer)}" : $"A has no value there ({point.Undefined}).";
        yield return $"B has there    {Show(point.Reference)}";
    }

    private static string Place(DifferingPoint point) => string.Join(", ", point.Inputs.Values.Select(input => $"{input.Key} = {Show(input.Value)}"));

    private static string Show(Value value) => ValueWriter.ToJson(value).ToString(Newtonsoft.Json.Formatting.None);

    private static JObject ToJson(DifferingPoint point)
    {
        var json = new JObject
        {
            ["inputs"] = new JObject(point.Inputs.Values.Select(input => new JProperty(input.Key, ValueWriter.ToJson(input.Value)))),
            ["a"] = point.Answer is { } answer ? ValueWriter.ToJson(answer) : null,
            ["b"] = ValueWriter.ToJson(point.Reference),
        };
        if (point.Undefined is { } reason) json["undefined"] = reason;
        return json;
    }

    private static Feedback? DiagnosisOf(Decision decision, Expression answer, Expression reference, Scope scope) => decision switch
    {
        Decision.Equal { Gap: { Undefined: { } reason } gap } => new Feedback("gap", $"A has no value at single points such as {Place(gap)} ({reason}), where B has one; these do not count."),
        Decision.Undecided(var reason) => new Feedback("undecided", reason),
        Decision.Different { At.Undefined: { } reason } => new Feedback("not-finite", $"A has no value on a part of the points where B has one, for example here: {reason}."),
        Decision.Different(var point) => Diagnosing.Find(answer, reference, scope, [], Seed) is { } found
            ? InOne(Messages.Named(found))
            : ShapeDiagnosis(point, answer, reference),
        _ => null,
    };

    /// <summary>Two mistakes in one line: the code of the first, the sentences of both.</summary>
    private static Feedback InOne(EquatableList<Feedback> named) => new(named[0].Code, string.Join(" ", named.Select(feedback => feedback.Message)));

    private static Feedback? ShapeDiagnosis(DifferingPoint point, Expression answer, Expression reference)
    {
        var (given, asked) = (ValueShape.Of(point.Answer!, answer.Shape), ValueShape.Of(point.Reference, reference.Shape));
        return given.Fits(asked) ? null : Messages.ShapeMismatch(given.InWords, asked.InWords);
    }

    private static Expression Read(string name, string text, Scope scope) => FormulaReader.Read(text, scope) switch
    {
        Reading<Expression>.Success(var formula, _) => formula,
        Reading<Expression>.Failure(var diagnostic) => throw new UnusableCallException(
            $"{name} cannot be read. Column {diagnostic.Span.Start + 1}: {diagnostic.Message}",
            diagnostic.Hint is null ? Caret.Render(text, diagnostic) : $"{diagnostic.Hint}\n{Caret.Render(text, diagnostic)}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
