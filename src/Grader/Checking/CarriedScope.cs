using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Checking;

/// <summary>
/// The scope in which a cell's formula from earlier cells is read: those cells are inputs of their own there. They go by other
/// names inside, so that an own formula for r1 that itself says r1 means the sheet's r1 and not itself.
/// </summary>
internal static class CarriedScope
{
    public static Scope Of(Cell cell)
    {
        var scope = cell.Specification.Scope;
        var sources = cell.DependsOn.Select(source => source.Symbol).Distinct().ToList();
        var others = scope.Symbols.Where(symbol => !sources.Contains(symbol.Name));
        return scope with { Symbols = others.Concat(sources.Select(name => Source(scope, name))).ToEquatableList() };
    }

    /// <summary>The name in <see cref="Of"/> of the symbol that a source is called by.</summary>
    public static string NameOf(Scope scope, string symbol)
    {
        var prefix = "Own";
        while (scope.Symbols.Any(known => known.Name.StartsWith(prefix, StringComparison.Ordinal))) prefix += "q";
        return prefix + symbol;
    }

    /// <summary>Whether a cell of this domain can have the number.</summary>
    public static bool Holds(Domain domain, double number) => double.IsFinite(number) && domain switch
    {
        Domain.Interval interval => interval.Contains(number),
        Domain.Integers integers => number == Math.Round(number) && number >= integers.Low && number <= integers.High,
        Domain.Binary => number is 0 or 1,
        Domain.OneHot or Domain.PositiveDefinite => false,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Symbol Source(Scope scope, string name)
    {
        var declared = scope.Find(name);
        return new(
            NameOf(scope, name), SymbolKind.Variable, Shape.Scalar, declared?.Domain ?? Domain.Reals,
            (declared?.Spellings ?? []).Prepend(name).ToEquatableList(), []);
    }
}
