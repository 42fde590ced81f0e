using System.Globalization;
using Formulas.Analysis;
using Formulas.Expressions;

namespace Grader.Authoring;

/// <summary>A canonical formula that has no value, or whose value says nothing about its inputs.</summary>
internal static class DependenceRules
{
    /// <summary>How many pairs of samples an input is exchanged between before it counts as unused.</summary>
    private const int MostExchanges = 24;

    public static void Check(AskedFunction function, Effort effort, FindingLog log)
    {
        CheckGiven(function, effort, log);
        var known = function.Right.OfType<Value>().ToList();
        if (known.Count == 0)
        {
            log.Add(LintRules.NoValue, function.At("canonical"), $"The right formula of {function.Name} has no value at any of {function.Samples.Count} inputs: {Reason(function, effort)}.", "Bound the symbols' domains to where it has one.");
            return;
        }

        if (2 * known.Count < function.Samples.Count)
        {
            log.Add(LintRules.SeldomAValue, function.At("canonical"), string.Create(CultureInfo.InvariantCulture, $"The right formula of {function.Name} has a value at only {known.Count} of {function.Samples.Count} inputs: {Reason(function, effort)}."), "Answers are compared only where it has one: narrow the symbols' domains.");
        }

        if (function.HasInputsThatVary && NamesAnInput(function) && IsConstant(known))
        {
            log.Add(LintRules.Constant, function.At("canonical"), $"The right formula of {function.Name} is {Numbers.Show(known[0])} whatever its inputs are.", "Every answer with that value passes: widen the domains, or ask for something that varies.");
        }
    }

    /// <summary>The inputs of a part that none of its functions needs; cells share the part's inputs but for those with a list of their own.</summary>
    public static void CheckInputs(PlacedPart part, IReadOnlyList<AskedFunction> functions, Effort effort, FindingLog log)
    {
        foreach (var sharing in functions.GroupBy(function => function.Json["inputs"] ?? part.Json["inputs"] ?? part.Json))
        {
            if (!sharing.Any(NamesAnInput) || !sharing.All(function => function.HasInputsThatVary) || sharing.All(function => IsConstant([.. function.Right.OfType<Value>()]))) continue;
            var inputs = sharing.First().Specification.Inputs.Where(input => sharing.First().Specification.Scope.Find(input) is not null);
            var name = sharing.Skip(1).Any() ? part.Part.Id : sharing.First().Name;
            foreach (var input in inputs.Where(input => sharing.All(function => IsUnused(input, function, effort))))
            {
                log.Add(LintRules.UnusedInput, sharing.Key, $"The value of {name} does not depend on the input {input}.", "Leave it out of \"inputs\", unless students are to find that out.");
            }
        }
    }

    /// <summary>A formula that names no input is meant to be a number.</summary>
    private static bool NamesAnInput(AskedFunction function) =>
        function.Symbols.RestOn(Subexpressions.Symbols(function.Canonical)).Overlaps(function.Specification.Inputs);

    private static bool IsConstant(List<Value> known) =>
        known.Count > 1 && known.TrueForAll(value => Numbers.Count(value) == Numbers.Count(known[0]) && Numbers.Same(value, known[0]));

    private static void CheckGiven(AskedFunction function, Effort effort, FindingLog log)
    {
        if (function.Given is { } given && effort.Evaluate(function.Canonical, given) is Outcome.Undefined(var reason))
        {
            log.Add(LintRules.NoValue, function.At("canonical"), $"The right formula of {function.Name} has no value at the given inputs: {reason}.", "An answer that is a value is judged there: choose other values under \"given\".");
        }
    }

    /// <summary>Whether the value stays the same when the input alone takes another sample's value.</summary>
    private static bool IsUnused(string input, AskedFunction function, Effort effort)
    {
        var exchanged = 0;
        for (var k = 0; k < function.Samples.Count && exchanged < MostExchanges; k++)
        {
            if (function.Right[k] is not { } right) continue;
            var sample = function.Samples[k];
            var own = sample.Values[input];
            var other = function.Samples.Select(each => each.Values[input]).Skip(k + 1).FirstOrDefault(value => HasSameForm(value, own) && !Equals(value, own));
            if (other is null || function.Complete(new Dictionary<string, Value>(sample.Values) { [input] = other }, sample.Sizes) is not { } moved) continue;

            // Where the exchange takes the value away, it depends on the input.
            if (effort.Evaluate(function.Canonical, moved) is not Outcome.Known(var value) || !Numbers.Same(value, right)) return false;
            exchanged++;
        }

        return exchanged > 0;
    }

    private static bool HasSameForm(Value left, Value right) => (left, right) switch
    {
        (Value.Matrix a, Value.Matrix b) => a.Rows == b.Rows && a.Columns == b.Columns,
        (Value.VectorMap a, Value.VectorMap b) => a.A?.Rows == b.A?.Rows && a.A?.Columns == b.A?.Columns,
        _ => left.GetType() == right.GetType() && Numbers.Count(left) == Numbers.Count(right),
    };

    private static string Reason(AskedFunction function, Effort effort) =>
        function.Samples.Where((_, k) => function.Right[k] is null).Select(sample => effort.Evaluate(function.Canonical, sample)).OfType<Outcome.Undefined>().FirstOrDefault()?.Reason ?? "no value";
}
