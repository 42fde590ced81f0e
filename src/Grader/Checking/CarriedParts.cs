using System.Collections.Frozen;
using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Checking;

/// <summary>A part's formula from the answers to earlier parts, made ready.</summary>
/// <param name="Formula">In it those answers go by names that no student's formula has.</param>
internal sealed record PreparedSources(Expression Formula, EquatableList<PartSource> Sources)
{
    public static PreparedSources Of(PartSources from, Scope scope)
    {
        var sources = from.Sources.Select(source => source with { Symbol = CarriedScope.NameOf(scope, source.Symbol) }).ToEquatableList();
        var symbols = from.Sources.Zip(sources, (written, inside) => new Symbol(inside.Symbol, SymbolKind.Variable, inside.Shape, Domain.Reals, [written.Symbol], []));
        var known = scope.Symbols.Where(symbol => from.Sources.All(source => source.Symbol != symbol.Name));
        return new(PreparedFunction.ReadOwn(from.Formula, scope with { Symbols = known.Concat(symbols).ToEquatableList() }), sources);
    }
}

/// <summary>
/// What the student's own answers to earlier parts make of a later one: a step taken rightly with a wrong gradient shows that the
/// step is understood. An earlier part that was not answered, or rightly, counts with its right formula.
/// </summary>
/// <param name="functionOf">The prepared function of a part; null where the part is no function.</param>
internal sealed class CarriedParts(EarlierAnswers answers, Func<string, PreparedFunction?> functionOf)
{
    /// <summary>Fewer samples with a value would prove little.</summary>
    private const int Fewest = 8;

    /// <summary>What is said of a wrong answer whose mistake was not found, or lies in the whole of it.</summary>
    private static readonly FrozenSet<string> NamesNone = FrozenSet.Create(
        StringComparer.Ordinal, "wrong-value", "not-finite", "gap", "reading-note", "only-a-piece", "boundary", "right-earlier");

    /// <summary>The parts from whose wrong answers a formula follows; empty where it does not.</summary>
    public EquatableList<string> Follow(PreparedFunction function, PreparedSources from, Expression answer)
    {
        var earlier = from.Sources.Select(source => Earlier(source)).ToList();
        if (earlier.Exists(source => source is null or { Typed: not null }) || earlier.TrueForAll(source => !source!.IsWrong)) return [];
        var samples = function.Samples.Select(sample => sample.Inputs).ToList();
        var carried = samples.Select(inputs => Evaluation.EvaluateWithBound(from.Formula, With(inputs, earlier))).ToList();
        if (!TellEnough(carried) || earlier.Exists(source => source!.IsWrong && !TellsEnough(source, samples))) return [];
        var answers = samples.Select(inputs => Evaluation.EvaluateWithBound(answer, inputs)).ToList();
        return Trial.Of(answer.Shape, answers, function.Specification.Shape, carried).IsEqual ? Wrong(earlier) : [];
    }

    /// <summary>The parts from whose wrong answers a value at the given inputs follows; empty where it does not.</summary>
    public EquatableList<string> Follow(PreparedFunction function, PreparedSources from, WrittenValue answer)
    {
        var earlier = from.Sources.Select(source => Earlier(source)).ToList();
        if (!function.HasGiven || earlier.Exists(source => source is null || !IsGivenTheSame(source, function)) || earlier.TrueForAll(source => !source!.IsWrong)) return [];
        if (earlier.Exists(source => source!.IsWrong && IsNothing(source, function.Given))) return [];
        return Evaluation.Evaluate(from.Formula, With(function.Given, earlier)) is Outcome.Known { Value: var value }
            && ValueJudge.IsRight(answer, value, function.Specification.Tolerance)
                ? Wrong(earlier)
                : [];
    }

    private static EquatableList<string> Wrong(List<EarlierPart?> earlier) => earlier.Where(source => source!.IsWrong).Select(source => source!.Source.Part).ToEquatableList();

    /// <summary>Null where what was written cannot be worked on with.</summary>
    private EarlierPart? Earlier(PartSource source)
    {
        if (functionOf(source.Part) is not { } function) return null;
        var right = new EarlierPart(source, function, function.Canonical, null, IsWrong: false);
        var read = answers.Find(source.Part) is { } answer ? AnswerInterpreter.Interpret(answer, function) : new Interpretation.Missing();
        switch (read)
        {
            case Interpretation.Missing:
                return right;
            case Interpretation.Formula formula:
                return FunctionCheck.JudgeFormula(function, formula) switch
                {
                    { Verdict: Verdict.Correct } => right,
                    var judged when IsOneMistake(judged) => right with { Formula = formula.Tree, IsWrong = true },
                    _ => null,
                };
            case Interpretation.Typed typed:
                return ValueJudge.Judge(function, typed.Value) switch
                {
                    { Verdict: Verdict.Correct } => right,
                    var judged when IsOneMistake(judged) => right with { Typed = typed.Value.ToValue(), IsWrong = true },
                    _ => null,
                };
            default:
                return null;
        }
    }

    /// <summary>
    /// Whether a wrong answer is the right one but for a mistake that has a name. From any other, such as a gradient of ones, a step
    /// could follow that shows nothing.
    /// </summary>
    private static bool IsOneMistake(Judgement judged) =>
        judged.Verdict is Verdict.Incorrect or Verdict.Partial && judged.Feedback.Any(said => !NamesNone.Contains(said.Code));

    /// <summary>A number says nothing about other inputs than those it was worked out at.</summary>
    private static bool IsGivenTheSame(EarlierPart source, PreparedFunction function) => source.Typed is null
        || source.Function.Specification.Inputs.All(input => function.Given.Values.TryGetValue(input, out var here) && source.Function.Given.Values.TryGetValue(input, out var there) && here.Equals(there));

    /// <summary>
    /// A zero takes out of the formula whatever it stands beside, and leaves nothing to show. So does what is next to nothing, or out of
    /// all proportion.
    /// </summary>
    private static bool IsNothing(EarlierPart source, Assignment at)
    {
        if ((source.Typed ?? (Evaluation.Evaluate(source.Formula, at) as Outcome.Known)?.Value) is not { } own) return true;
        var largest = Largest(own);
        var right = (Evaluation.Evaluate(source.Function.Canonical, at) as Outcome.Known)?.Value is { } value ? Largest(value) : largest;
        return largest == 0 || Admissible.IsNextToNothing(largest, right) || Admissible.IsTooLarge(largest, right);
    }

    private static double Largest(Value value) => ValueShape.Entries(value).Select(Math.Abs).DefaultIfEmpty(0).Max();

    private static bool TellsEnough(EarlierPart source, List<Assignment> samples) =>
        TellEnough(samples.Select(inputs => Evaluation.EvaluateWithBound(source.Formula, inputs))) && samples.Count(inputs => !IsNothing(source, inputs)) >= Fewest;

    /// <summary>A formula with one value everywhere leaves nothing to work out.</summary>
    private static bool TellEnough(IEnumerable<BoundedOutcome> outcomes)
    {
        var known = outcomes.OfType<BoundedOutcome.Known>().Where(outcome => outcome.IsCertain).ToList();
        return known.Count >= Fewest && known.Select(outcome => outcome.Value).Distinct().Skip(1).Any();
    }

    private static Assignment With(Assignment inputs, List<EarlierPart?> earlier)
    {
        var definitions = new Dictionary<string, SymbolDefinition>(inputs.Definitions);
        var values = new Dictionary<string, Value>(inputs.Values);
        foreach (var source in earlier.OfType<EarlierPart>())
        {
            if (source.Typed is { } typed) values[source.Source.Symbol] = typed;
            else definitions[source.Source.Symbol] = new(source.Formula, source.Source.Shape, []);
        }

        return inputs with { Values = values, Definitions = definitions };
    }

    /// <param name="Formula">The student's own where that is a wrong formula, else the right one.</param>
    /// <param name="Typed">The student's own value at the given inputs; null where there is a formula.</param>
    private sealed record EarlierPart(PartSource Source, PreparedFunction Function, Expression Formula, Value? Typed, bool IsWrong);
}
