using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>A power lost, too high or too low, its base and exponent exchanged, or the exponent made a factor.</summary>
internal static class PowerChanges
{
    public static IEnumerable<Change> Of(Expression node)
    {
        if (node is not Expression.Power power) yield break;
        var exponent = power.Exponent;
        yield return new(power.Base, Plausibility.Missing, () => MistakeSentences.LostExponent(power));
        if (power.Base.Shape is Shape.MatrixShape) yield break;
        yield return Exponent(power, Trees.Sum(exponent, Trees.Number(1)));
        yield return Exponent(power, Trees.Difference(exponent, Trees.Number(1)));
        yield return Exponent(power, Trees.Scaled(Trees.Number(2), exponent));
        yield return new(Trees.Scaled(exponent, power.Base), Plausibility.Number, () => MistakeSentences.FactorForExponent(power));
        yield return new(Trees.Scaled(exponent, Trees.Power(power.Base, Trees.Difference(exponent, Trees.Number(1)))), Plausibility.Function, () => MistakeSentences.DerivativeOfPower(power));
        if (Trees.IsScalar(power.Base)) yield return new(Trees.Power(exponent, power.Base), Plausibility.Order, () => MistakeSentences.TurnedPower(power));
        if (exponent is Expression.Additive(AdditiveOperator.Subtract, Expression.Number { Value: 1 }, var taken, _)) yield return Exponent(power, taken);
        else if (exponent is not Expression.Number) yield return Exponent(power, Trees.Difference(Trees.Number(1), exponent));
    }

    private static Change Exponent(Expression.Power power, Expression exponent) =>
        new(power with { Exponent = exponent }, Plausibility.Number, () => MistakeSentences.WrongExponent(power));
}
