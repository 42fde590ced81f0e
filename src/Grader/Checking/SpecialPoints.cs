using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking;

/// <summary>
/// Inputs at which several conditions are met at once, as a = 0 and b = 0 are: one sample with some of its vectors and matrices full of
/// zeros, or with ones in all. Conditions that go together are met there however an answer writes them.
/// </summary>
internal static class SpecialPoints
{
    /// <summary>Any of so many inputs are zero together; of more only single ones, all, and all but one.</summary>
    private const int FewInputs = 4;

    public static EquatableList<SamplePoint> Of(PreparedFunction function)
    {
        var start = function.Samples[0].Inputs;
        var zeros = Subsets(Named(function, 0)).Select(names => (Names: names, Number: 0.0));
        return zeros.Append((Names: Named(function, 1), Number: 1)).Where(filling => filling.Names.Count > 0)
            .Select(filling => SimpleInputs.Filled(function.Derived, start, filling.Names, filling.Number)).OfType<Assignment>()
            .Select(inputs => BoundaryPoints.Point(function, inputs)).OfType<SamplePoint>().ToEquatableList();
    }

    private static IEnumerable<IReadOnlyList<string>> Subsets(IReadOnlyList<string> names) => names.Count <= FewInputs
        ? Enumerable.Range(1, (1 << names.Count) - 1).Select(subset => (IReadOnlyList<string>)[.. names.Where((_, place) => (subset >> place) % 2 == 1)])
        : names.SelectMany(name => (IReadOnlyList<string>[])[[name], [.. names.Where(other => other != name)]]).Prepend(names);

    /// <summary>The real inputs that may be a number.</summary>
    private static IReadOnlyList<string> Named(PreparedFunction function, double number) =>
        [.. function.Specification.Inputs.Where(name => function.Specification.Scope.Find(name) is { Kind: SymbolKind.Variable, Domain: Domain.Interval interval } && interval.Contains(number))];
}
