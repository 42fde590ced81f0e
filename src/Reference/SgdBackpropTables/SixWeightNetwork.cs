using static Reference.ScalarFunctions;

namespace Reference.SgdBackpropTables;

/// <summary>The weights a .. f of the network in worksheet `sgd-backprop-tables`, part 2b.</summary>
public sealed record SixWeights(double A, double B, double C, double D, double E, double F);

/// <summary>The values that forward propagation computes.</summary>
public sealed record SixWeightForward(double R1, double R2, double S1, double S2, double Y);

/// <summary>
/// r1 = relu(c x1 + e x2), r2 = relu(d x1 + f x2), s1 = s(a r1), s2 = s(b r2), y = s1 + s2;
/// worksheet `sgd-backprop-tables`, parts 2b.forward, 2b.partials and 2b.graph. relu'(0) = 0.
/// </summary>
public static class SixWeightNetwork
{
    public static SixWeightForward Forward(SixWeights weights, double x1, double x2)
    {
        var r1 = Rectify((weights.C * x1) + (weights.E * x2));
        var r2 = Rectify((weights.D * x1) + (weights.F * x2));
        var s1 = Logistic(weights.A * r1);
        var s2 = Logistic(weights.B * r2);
        return new(r1, r2, s1, s2, s1 + s2);
    }

    /// <summary>dy/da .. dy/df, by backpropagation from the exact (not the printed, rounded) forward values.</summary>
    public static SixWeights Partials(SixWeights weights, double x1, double x2)
    {
        var forward = Forward(weights, x1, x2);
        var slope1 = LogisticDerivative(weights.A * forward.R1);
        var slope2 = LogisticDerivative(weights.B * forward.R2);
        var throughR1 = slope1 * weights.A * ReluDerivative((weights.C * x1) + (weights.E * x2));
        var throughR2 = slope2 * weights.B * ReluDerivative((weights.D * x1) + (weights.F * x2));
        return new(
            A: slope1 * forward.R1,
            B: slope2 * forward.R2,
            C: throughR1 * x1,
            D: throughR2 * x1,
            E: throughR1 * x2,
            F: throughR2 * x2);
    }
}
