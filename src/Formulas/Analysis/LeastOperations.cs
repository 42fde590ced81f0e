using Formulas.Expressions;

namespace Formulas.Analysis;

/// <summary>
/// What evaluating a formula takes at the least, as far as its text shows: sums in sums over ranges of written numbers are known to
/// be too long before the first step.
/// </summary>
internal static class LeastOperations
{
    /// <summary>Never more than evaluating the formula to its end takes; a lower bound, since what may be passed over counts as nothing.</summary>
    public static double Of(Expression formula) => formula switch
    {
        Expression.Repeated { From: Expression.Number(var from, _), To: Expression.Number(var to, _), Body: var body } =>
            1 + (Math.Max(0, Math.Floor(to - from) + 1) * Of(body)),
        Expression.Negate(var operand) => 1 + Of(operand),
        Expression.Additive sum => 1 + Of(sum.Left) + Of(sum.Right),
        Expression.Product product => 1 + Of(product.Left) + Of(product.Right),
        Expression.Quotient quotient => 1 + Of(quotient.Left) + Of(quotient.Right),
        Expression.Power power => 1 + Of(power.Base) + Of(power.Exponent),
        Expression.Call { Arguments: [var argument] } => 1 + Of(argument),
        _ => 1,
    };
}
