using System.Globalization;
using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Authoring;

/// <summary>Sizes so small that a sum has no terms, or that nothing is left to ask.</summary>
internal static class SizeRules
{
    private const int Wanted = 12;

    private const ulong Seed = 20_261_122;

    public static void Check(AskedFunction function, Effort effort, FindingLog log)
    {
        var asked = function.Specification;
        var sizes = asked.SizeRanges.Where(range => asked.Scope.Sizes.Contains(range.Name)).ToList();
        CheckSums(function, sizes, effort, log);
        foreach (var size in sizes.Where(size => size.Low < size.High)) CheckSmallest(function, size, effort, log);
    }

    /// <summary>Sums whose ends are sizes and numbers: the others differ from input to input.</summary>
    private static void CheckSums(AskedFunction function, List<SizeRange> sizes, Effort effort, FindingLog log)
    {
        var smallest = new Assignment(new Dictionary<string, Value>(), sizes.ToDictionary(size => size.Name, size => size.Low));
        var shown = string.Join(", ", sizes.Select(size => string.Create(CultureInfo.InvariantCulture, $"{size.Name} = {size.Low}")));
        foreach (var sum in Subexpressions.All(function.Canonical).OfType<Expression.Repeated>())
        {
            if (effort.Evaluate(sum.From, smallest) is Outcome.Known(Value.Scalar(var from))
                && effort.Evaluate(sum.To, smallest) is Outcome.Known(Value.Scalar(var to))
                && to < from)
            {
                var what = sum.Operator == RepeatedOperator.Sum ? "sum" : "product";
                log.Add(
                    LintRules.EmptySum, function.At("canonical"),
                    string.Create(CultureInfo.InvariantCulture, $"The {what} over {sum.Index} in the right formula of {function.Name} runs from {from} to {to}, so over nothing{(shown.Length == 0 ? "" : $", where {shown}")}."),
                    "Raise the lower ends under \"sizes\".");
            }
        }
    }

    /// <summary>With the size at its lower end, the others as ever, does the value still depend on anything?</summary>
    private static void CheckSmallest(AskedFunction function, SizeRange size, Effort effort, FindingLog log)
    {
        var ranges = function.Specification.SizeRanges.Select(range => range == size ? range with { High = range.Low } : range).ToEquatableList();
        var values = new List<Value>();
        for (var index = 0; index < Wanted && !effort.IsSpent; index++)
        {
            var sample = Sampling.Draw(function.Symbols, ranges, Seed, index);
            if (effort.Evaluate(function.Canonical, sample) is Outcome.Known(var value)) values.Add(value);
        }

        if (values.Count < Wanted / 2 || !values.TrueForAll(value => Numbers.Same(value, values[0])) || IsConstant(function)) return;
        log.Add(
            LintRules.TrivialSize, function.At("canonical"),
            string.Create(CultureInfo.InvariantCulture, $"Where {size.Name} is {size.Low}, the value of {function.Name} is {Numbers.Show(values[0])} whatever the inputs are."),
            string.Create(CultureInfo.InvariantCulture, $"Let {size.Name} begin at {size.Low + 1} under \"sizes\"."));
    }

    private static bool IsConstant(AskedFunction function)
    {
        var known = function.Right.OfType<Value>().ToList();
        return known.TrueForAll(value => Numbers.Same(value, known[0]));
    }
}
