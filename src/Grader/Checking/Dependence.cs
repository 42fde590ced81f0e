using Formulas.Analysis;
using Formulas.Expressions;

namespace Grader.Checking;

/// <summary>On which of its symbols the value of a formula depends at a point, and whether a wrong value took a dependence away.</summary>
internal static class Dependence
{
    private const double SmallStep = 1e-3;

    /// <summary>Changes below this share are rounding.</summary>
    private const double Noise = 1e-11;

    /// <summary>
    /// Whether own numbers make the formula tell less than the right ones do: a 0 that takes the other factors out of a product,
    /// a unit that is dead where the right one is not. Where one dependence merely takes another's place, as in a maximum, it is not.
    /// </summary>
    public static bool IsTrivial(Expression formula, Assignment atOwn, Assignment atRight)
    {
        var (own, right) = (On(formula, atOwn), On(formula, atRight));
        if (right.IsSubsetOf(own)) return false;
        var becameZero = ValueOf(formula, atOwn) == 0 && ValueOf(formula, atRight) != 0;
        return becameZero || own.IsSubsetOf(right);
    }

    private static HashSet<string> On(Expression formula, Assignment at)
    {
        var value = ValueOf(formula, at);
        return [.. Subexpressions.Symbols(formula).Where(symbol => at.Values.GetValueOrDefault(symbol) is Value.Scalar && Moves(formula, at, symbol, value))];
    }

    private static bool Moves(Expression formula, Assignment at, string symbol, double? value)
    {
        var number = ((Value.Scalar)at.Values[symbol]).Number;
        var step = number == 0 ? SmallStep : SmallStep * number;
        return ((double[])[number + step, number - step]).Any(moved => ValueOf(formula, With(at, symbol, moved)) is not { } other
            || value is not { } here || Math.Abs(other - here) > Noise * Math.Max(Math.Abs(other), Math.Abs(here)));
    }

    private static Assignment With(Assignment at, string symbol, double number) => at with
    {
        Values = new Dictionary<string, Value>(at.Values) { [symbol] = new Value.Scalar(number) },
        Definitions = at.Definitions.Where(pair => pair.Key != symbol).ToDictionary(),
    };

    private static double? ValueOf(Expression formula, Assignment at) =>
        Evaluation.Evaluate(formula, at) is Outcome.Known { Value: Value.Scalar(var number) } ? number : null;
}
