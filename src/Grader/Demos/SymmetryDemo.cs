using Formulas.Text;
using Grader.Plotting;
using Reference.Trajectories;

namespace Grader.Demos;

/// <summary>Constant against random weights at the start: hidden units that stay copies of each other, and such that do not.</summary>
internal static class SymmetryDemo
{
    private const double WidestLine = 14;

    public static Demo Row { get; } = new(
        "symmetry",
        "Hidden units that start equal stay equal",
        "constant against random weights at the start: what becomes of the hidden units",
        [
            Parameter.Seed with { Usual = 3 },
            Parameter.Count("steps", "steps of gradient descent", 500, 1, 5000),
            Parameter.Number("rate", "the learning rate", 0.5, 0.001, 10),
            Parameter.Count("units", "hidden units", 4, 2, 8),
            Parameter.Number("spread", "random weights lie between minus and plus this", 0.5, 1e-12, 5),
        ],
        Run);

    private static Demonstration Run(ParameterValues values)
    {
        var (constant, random) = HiddenUnits.Follow(new(values.Seed, values.Whole("units"), values.Whole("steps"), values["rate"], values["spread"]));
        var apart = constant.Max(step => step.Difference);
        var growth = random[^1].Difference / random[0].Difference;
        var gain = constant[^1].Loss / random[^1].Loss;
        return new(
            [
                new("constant-difference", apart,
                    $"is the largest difference between two hidden units in any of {values.Whole("steps")} steps from **constant** weights: of their weights, their gradients and their outputs. Not nearly 0: exactly.",
                    apart == 0),
                new("random-growth", growth,
                    "times as far apart as at the start are the hidden units at the end, from **random** weights.",
                    growth > 1),
                new("loss-ratio", gain,
                    "times the loss of the random start is what the constant start ends with: all its hidden units together can do no more than one.",
                    gain > 1),
            ],
            """
            **What to see.** From constant weights, the lines of all hidden units lie on top of each other, drawn here as stripes of one band.
            They move, so the network learns, but they move together. From random weights they part at once.

            **Why.** Equal weights into the hidden units give equal outputs $x_j^{(1)}$. Equal weights out of them give equal
            derivatives $\delta_j^{(1)} = g'(S_j^{(1)}) \sum_k w_{jk}^{(2)} \delta_k^{(2)}$. So the gradients are equal too, and after the step the
            situation is the same as before it. The outputs have targets of their own, so $\delta_k^{(2)}$ differs with $k$; but no $j$ is treated
            differently from another. Only a start that tells the units apart lets them become different.
            """,
            [
                Plot.Over(
                    "From constant weights: the weight from the first input into each hidden unit",
                    "All lines lie on top of each other at every step.", "step", "weight", Stripes(OfEachUnit(constant, step => step.FirstWeights))),
                Plot.Over(
                    "From random weights: the weight from the first input into each hidden unit",
                    "Each line goes its own way.", "step", "weight", OfEachUnit(random, step => step.FirstWeights)),
                Plot.Over(
                    "The largest difference between two hidden units",
                    "From constant weights the line lies on 0; from random weights it begins above 0 and rises where the units take on parts of their own.", "step", "largest difference",
                    PlotMark.Line.Of("from constant weights", constant.Select(step => step.Difference)),
                    PlotMark.Line.Of("from random weights", random.Select(step => step.Difference))),
                Plot.Over(
                    "From constant weights: the gradient of each hidden unit's weights",
                    "The norms change from step to step, and are the same for all units: they learn, but the same.", "step", "norm of the gradient", Stripes(OfEachUnit(constant, step => step.GradientNorms))),
                Plot.Over(
                    "From random weights: the gradient of each hidden unit's weights",
                    "Each unit has a gradient of its own.", "step", "norm of the gradient", OfEachUnit(random, step => step.GradientNorms)),
                Plot.Over(
                    "The loss",
                    "Both fall. From constant weights the loss comes to rest higher.", "step", "mean loss",
                    PlotMark.Line.Of("from constant weights", constant.Select(step => step.Loss)),
                    PlotMark.Line.Of("from random weights", random.Select(step => step.Loss))),
            ]);
    }

    private static PlotMark.Line[] OfEachUnit(EquatableList<HiddenUnitsStep> steps, Func<HiddenUnitsStep, EquatableList<double>> measured) =>
        [.. measured(steps[0]).Select((_, unit) => PlotMark.Line.Of($"unit {unit + 1}", steps.Select(step => measured(step)[unit])))];

    /// <summary>The first line is the widest, so that lines on top of each other show as the stripes of one band.</summary>
    private static PlotMark.Line[] Stripes(PlotMark.Line[] lines) =>
        [.. lines.Select((line, unit) => line with { Width = WidestLine - (unit * (WidestLine - 1.5) / (lines.Length - 1)), Dashed = false })];
}
