using Formulas.Text;
using Grader.Plotting;
using MathNet.Numerics.LinearAlgebra;
using Reference.Trajectories;

namespace Grader.Demos;

/// <summary>Softmax with two classes is logistic regression with the difference of the weights.</summary>
internal static class SoftmaxLogisticDemo
{
    /// <summary>The distance from 1 to the next number above: the unit in the last place of a probability near 1.</summary>
    private const double Ulp = 1.0 / (1L << 52);

    /// <summary>The rounding of two ways to the same probability.</summary>
    private const double AllowedUlps = 4;

    /// <summary>An eigenvalue this small, of a matrix with entries about 1, is 0 but for rounding.</summary>
    private const double ZeroCurvature = 1e-12;

    private const int ShownPoints = 60, ShiftSteps = 40;

    public static Demo Row { get; } = new(
        "softmax-logistic",
        "Softmax with two classes is logistic regression",
        "the same probabilities from w1 - w0, and the direction that softmax does not need",
        [Parameter.Seed, Parameter.Count("points", "random points at which both are compared", 2000, 10, 20_000)],
        Run);

    private static Demonstration Run(ParameterValues values)
    {
        var classes = TwoClasses.Draw(values.Seed);
        var pairs = classes.Compare(values.Seed, values.Whole("points"));
        var ulps = pairs.Select(pair => (pair.Logistic - pair.Softmax) / Ulp).ToList();
        var largest = ulps.Max(Math.Abs);
        var shifts = Enumerable.Range(-ShiftSteps / 2, ShiftSteps + 1).Select(k => 4.0 * k / ShiftSteps).ToList();
        var direction = Vector<double>.Build.Dense(classes.W0.Count, 1);
        var here = classes.Loss(classes.W0, classes.W1);
        var together = shifts.Select(t => new PlotPoint(t, classes.LossMovedTogether(t * direction))).ToList();
        var apart = shifts.Select(t => new PlotPoint(t, classes.LossMovedApart(t * direction))).ToList();
        var drift = together.Max(point => Math.Abs(point.Y - here));
        var curvatures = classes.Curvatures().Select(value => Math.Abs(value) < ZeroCurvature ? 0 : value).ToList();
        var flat = curvatures.Count(value => value == 0);
        return new(
            [
                new("largest-difference", largest,
                    $"is the largest difference between the two probabilities at {pairs.Count} points, in units of the last place (2.2e−16). Only the rounding differs.",
                    largest <= AllowedUlps),
                new("redundant-drift", drift,
                    "is the most that the loss changes when the same vector is added to both weight vectors, at any of the lengths shown: rounding again.",
                    drift < 1e-13),
                new("flat-directions", flat,
                    $"of the {curvatures.Count} directions of both weight vectors together are flat: as many as one weight vector has entries. Softmax has twice the weights it needs here.",
                    flat == classes.W0.Count),
            ],
            """
            **What to see.** The markers of softmax lie on the curve of logistic regression with $w = w_1 - w_0$. Their differences are a few units in the
            last place of a number with 53 binary digits. The loss is level along one direction, in which both weight vectors are moved by the same vector, and curved along the other.

            **Why.** Divide the numerator and denominator of $e^{w_1 \cdot x} / (e^{w_0 \cdot x} + e^{w_1 \cdot x})$ by $e^{w_1 \cdot x}$: what is left is
            $1 / (1 + e^{-(w_1 - w_0) \cdot x})$. Only the difference matters, so $(w_0 + c, w_1 + c)$ is the same model for every $c$. That is why $w = w_0 + w_1$ and
            $w = w_0 - w_1$ are wrong, and why softmax weights are not unique unless one class is fixed or a penalty is added.
            """,
            [
                Plot.Over(
                    "The probability of class 1 by both",
                    "A rising S-shaped curve with all markers on it.", "(w1 − w0)·x", "p(y = 1 | x)",
                    new PlotMark.Line("logistic regression with w1 − w0", [.. pairs.Select(pair => new PlotPoint(pair.WeightedInput, pair.Logistic))]),
                    new PlotMark.Scatter("softmax with w0 and w1", [.. Some(pairs).Select(pair => new PlotPoint(pair.WeightedInput, pair.Softmax))])),
                Plot.Over(
                    "How the two probabilities differ",
                    "Most differences are 0 and nearly all the others a unit or less.", "units in the last place", "points",
                    PlotMark.Histogram.Count("points", [.. Enumerable.Range(-8, 18).Select(edge => (edge - 0.5) / 2)], ulps)),
                Plot.Over(
                    "The loss when the weights are moved",
                    "Level where both weight vectors move together; a valley where they move against each other.", "length of the move", "mean loss",
                    new PlotMark.Line("both by the same vector", [.. together]), new PlotMark.Line("against each other", [.. apart])),
                new(
                    "The curvatures of the loss",
                    "The first half of the eigenvalues are 0, the others are positive.",
                    Axis.Named("direction", [.. curvatures.Select((_, k) => $"{k + 1}")]), Axis.Over("eigenvalue", curvatures),
                    [PlotMark.Histogram.Bars("eigenvalue", curvatures)]),
            ]);
    }

    private static IEnumerable<TwoProbabilities> Some(EquatableList<TwoProbabilities> pairs) =>
        Enumerable.Range(0, ShownPoints).Select(k => pairs[(int)((long)k * (pairs.Count - 1) / (ShownPoints - 1))]).Distinct();
}
