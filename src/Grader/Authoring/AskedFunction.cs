using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Authoring;

/// <summary>A function that a part or cell asks for, with inputs to try it at and its values there.</summary>
/// <param name="Name">The part, and the cell of a table.</param>
/// <param name="Samples">Inputs of the declared domains that fulfil the part's constraints.</param>
/// <param name="Right">The canonical formula's value at each sample; null where it has none.</param>
/// <param name="Given">The inputs that the worksheet gives, completed; null where they do not fit.</param>
/// <param name="Cost">The operations of its costliest evaluation.</param>
internal sealed record AskedFunction(
    string Name, FunctionSpecification Specification, JObject Json, DerivedSymbols Symbols, Expression Canonical,
    IReadOnlyList<Assignment> Samples, IReadOnlyList<Value?> Right, Assignment? Given, long Cost)
{
    private const int Wanted = 48;

    /// <summary>Constraints may leave few of the samples drawn.</summary>
    private const int MostDrawn = 20 * Wanted;

    private const ulong Seed = 20_261_121;

    /// <summary>Reading, drawing and comparing, in the time of so many operations.</summary>
    private const double CostOfAFunction = 1_000_000;

    public JToken At(string key) => Json[key] ?? Json;

    /// <summary>Null where it cannot be looked at any closer: what cannot be read was reported, the rest is logged here.</summary>
    public static AskedFunction? Prepare(string name, FunctionSpecification asked, JObject json, Effort effort, FindingLog log)
    {
        var constraints = asked.Constraints.Select(text => Read(text, asked.Scope)).ToList();
        if (Read(asked.Canonical, asked.Scope) is not { } canonical
            || constraints.Contains(null)
            || DerivedSymbols.Read(asked.Scope) is not Reading<DerivedSymbols>.Success(var symbols, _))
        {
            return null;
        }

        if (!effort.Take(CostOfAFunction) || !CanBeDerived(name, symbols, asked.SizeRanges, json, effort, log)) return null;
        var samples = Draw(symbols, asked.SizeRanges, constraints.OfType<Expression>().ToList(), effort).Take(Wanted).ToList();
        if (samples.Count == 0)
        {
            if (!effort.IsSpent) log.Add(LintRules.EmptyDomain, json["constraints"] ?? json, $"None of {MostDrawn} inputs drawn for {name} fulfils its constraints.", "Loosen the constraints, or draw from narrower domains.");
            return null;
        }

        var right = new List<Value?>();
        var cost = 0L;
        foreach (var sample in samples)
        {
            var (outcome, spent) = effort.Measured(budget => Evaluation.Evaluate(canonical, sample, budget));
            if (outcome is Outcome.OverBudget(var reason))
            {
                if (!effort.IsSpent) log.Add(LintRules.TooSlow, json["canonical"] ?? json, $"The canonical formula of {name} takes too long: {reason}.", "Students' answers are compared with it at many inputs: write a shorter one, or narrow the sizes.");
                return null;
            }

            cost = Math.Max(cost, spent);
            right.Add((outcome as Outcome.Known)?.Value);
        }

        return new(name, asked, json, symbols, canonical, samples, right, Completed(symbols, asked.Given), cost);
    }

    /// <summary>False where an input is drawn from nothing, or from a single number: that was said of the symbol itself.</summary>
    public bool HasInputsThatVary => Specification.Inputs.All(input => Specification.Scope.Find(input)?.Domain switch
    {
        Domain.Interval(var low, var high, _, _) => low is null || high is null || low < high,
        Domain.Integers(var low, var high) => low < high,
        _ => true,
    });

    public Expression? Read(string formula) => Read(formula, Specification.Scope);

    /// <summary>The inputs with derived symbols put in anew; null where they do not fit together.</summary>
    public Assignment? Complete(IReadOnlyDictionary<string, Value> values, IReadOnlyDictionary<string, int> sizes) =>
        Completed(Symbols, new(values.Where(pair => Specification.Scope.Find(pair.Key)?.Kind != SymbolKind.Derived).ToDictionary(), sizes));

    public static Expression? Read(string formula, Scope scope) =>
        FormulaReader.Read(formula, scope) is Reading<Expression>.Success(var expression, _) ? expression : null;

    /// <summary>Whether the derived symbols, which every input drawn has values of, are worked out in reasonable time.</summary>
    private static bool CanBeDerived(string name, DerivedSymbols symbols, EquatableList<SizeRange> sizes, JObject json, Effort effort, FindingLog log)
    {
        var derived = symbols.Scope.Symbols.Where(symbol => symbol.Kind == SymbolKind.Derived).ToList();
        if (derived.Count == 0) return true;
        var sample = Sampling.Draw(symbols, sizes, Seed, index: 7);
        var slow = derived.Where(symbol => effort.Evaluate(new Expression.Reference(symbol.Name, symbol.Shape), sample) is Outcome.OverBudget).ToList();
        if (slow.Count == 0) return true;
        effort.Take((double)slow.Count * EvaluationBudget.Default);
        log.Add(LintRules.TooSlow, json, $"{name} cannot be looked at: its derived symbol {slow[0].Name} takes too many operations.", "Write a shorter definition, or narrow the sizes.");
        return false;
    }

    private static Assignment? Completed(DerivedSymbols symbols, Assignment inputs) =>
        symbols.Complete(inputs) is Reading<Assignment>.Success(var completed, _) ? completed : null;

    private static IEnumerable<Assignment> Draw(DerivedSymbols symbols, EquatableList<SizeRange> sizes, List<Expression> constraints, Effort effort)
    {
        for (var index = 0; index < MostDrawn && !effort.IsSpent; index++)
        {
            var sample = Sampling.Draw(symbols, sizes, Seed, index);
            effort.Take(sample.Values.Values.Sum(Numbers.Count));
            if (constraints.All(constraint => effort.Evaluate(constraint, sample) is Outcome.Known(Value.Truth(true)))) yield return sample;
        }
    }
}
