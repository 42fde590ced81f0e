using Formulas.Text;
using Grader.Plotting;
using Reference.Experiments;
using Reference.Trajectories;

namespace Grader.Demos;

/// <summary>Three searches for the weights of logistic regression, all from 0; and data for which there is nothing to be found.</summary>
internal static class LogisticDemo
{
    private const double NewtonGoal = 1e-10;

    public static Demo Row { get; } = new(
        "logistic",
        "Logistic regression learns from zero",
        "gradient descent, stochastic descent and Newton from w = 0; and separable data",
        [
            Parameter.Seed,
            Parameter.Count("steps", "steps of gradient descent, and passes over the data of stochastic descent", 200, 10, 2000),
            Parameter.Number("rate", "the learning rate, as a share of the longest that never overshoots", 1, 0.01, 1),
        ],
        Run);

    private static Demonstration Run(ParameterValues values)
    {
        var setting = new LogisticSetting(values.Seed, values.Whole("steps"), values["rate"]);
        var data = LogisticData.Draw(new SeededGenerator(values.Seed));
        var searches = LogisticDescent.Follow(setting);
        var separable = LogisticDescent.FollowSeparable(setting);
        var best = searches.Newton.Min(step => step.Loss);
        return new(
            [
                .. Claims(searches),
                .. SeparableClaims(separable),
            ],
            """
            **What to see.** All three searches start at $w = 0$, where a hidden layer would be stuck, and end at the same weights. Newton's method needs a
            handful of steps, its error squared from one to the next: on the logarithmic axis the line bends down. Gradient descent needs hundreds, each cheap, and its line is straight. Stochastic descent
            is near soon and then wanders, since single examples pull it about.

            **Why.** The gradient at 0 is $X^\top(\frac{1}{2} - y)$: each weight has a feature of its own, so the weights part in the first step. There are no hidden
            units to be tied to each other, and the loss is convex, so that every start leads to the one minimum. There is no formula for it, since $w$
            stands inside the sigmoid: $X^\top (y - s(Xw)) = 0$.

            **Separable data.** If a plane separates the classes, longer weights are always better: the loss goes to 0 and the weights grow without end. No
            maximum exists then, and regularisation or an early stop is needed.
            """,
            [
                Examples(data, searches),
                Plot.LogarithmicOver(
                    "How far from the maximum: the gradient",
                    "Newton's line falls off a cliff, gradient descent's is straight, stochastic descent's stays high and is ragged.",
                    "step, or pass over the data", "norm of the gradient for each example",
                    Course("gradient descent", searches.Descent, step => step.Gradient), Course("stochastic descent", searches.Stochastic, step => step.Gradient),
                    Course("Newton", searches.Newton, step => step.Gradient)),
                Plot.LogarithmicOver(
                    "How far from the maximum: the loss",
                    "The loss above its least value. Where a line ends, the rest is less than rounding.",
                    "step, or pass over the data", "loss above the least",
                    Course("gradient descent", searches.Descent, step => step.Loss - best), Course("stochastic descent", searches.Stochastic, step => step.Loss - best),
                    Course("Newton", searches.Newton, step => step.Loss - best)),
                Plot.Over(
                    "Gradient descent: the weights",
                    "They start together at 0 and part in the first step.", "step", "weight",
                    Course("bias", searches.Descent, step => step.Weights[0]), Course("first feature", searches.Descent, step => step.Weights[1]), Course("second feature", searches.Descent, step => step.Weights[2])),
                Plot.Over(
                    "Separable data: the length of the weights",
                    "It grows at every step, ever more slowly, and towards no limit.", "step of gradient descent", "norm of the weights",
                    Course("norm of the weights", separable, step => step.Weights.L2Norm())),
                Plot.LogarithmicOver(
                    "Separable data: the loss",
                    "It falls towards 0 and never gets there.", "step of gradient descent", "mean loss",
                    Course("mean loss", separable, step => step.Loss)),
            ]);
    }

    private static IEnumerable<Claim> Claims(LogisticSearches searches)
    {
        var needed = searches.Newton.TakeWhile(step => step.Gradient >= NewtonGoal).Count();
        var agreement = (searches.Newton[^1].Weights - searches.Maximum).AbsoluteMaximum();
        var descent = (searches.Descent[^1].Weights - searches.Maximum).AbsoluteMaximum();
        yield return new("newton-steps", needed, "steps take Newton's method from 0 to a gradient below 1e−10.", needed < searches.Newton.Count);
        yield return new("newton-agreement", agreement, "is the largest difference of a weight from those of another search, with halved steps and a rule of its own for stopping.", agreement < 1e-8);
        yield return new("descent-agreement", descent, $"is what gradient descent still lacks of these weights after {searches.Descent.Count - 1} steps. More `--steps` make it smaller.", descent < 0.1);
    }

    private static IEnumerable<Claim> SeparableClaims(EquatableList<SearchStep> separable)
    {
        var shrinking = separable.Zip(separable.Skip(1)).Count(pair => pair.Second.Weights.L2Norm() <= pair.First.Weights.L2Norm());
        yield return new("separable-shrinking", shrinking, $"of {separable.Count - 1} steps on separable data fail to lengthen the weights.", shrinking == 0);
        yield return new("separable-loss", separable[^1].Loss, "is the loss there at the end, on its way to 0; it started at ln 2 = 0.6931.", separable[^1].Loss < separable[0].Loss);
    }

    private static Plot Examples(LogisticData data, LogisticSearches searches)
    {
        PlotMark.Scatter Of(double label) => new(
            $"label {label:0}", [.. Enumerable.Range(0, data.Y.Count).Where(row => data.Y[row] == label).Select(row => new PlotPoint(data.X[row, 1], data.X[row, 2]))]);

        var plot = Plot.Over(
            "The data, and where the best weights see both labels as likely",
            "Two clouds that overlap, and a line through the overlap. A few points carry both labels, so no line separates them.", "first feature", "second feature", Of(0), Of(1));
        var w = searches.Maximum;
        var line = new[] { plot.X.Low, plot.X.High }.Select(x => new PlotPoint(x, -(w[0] + (w[1] * x)) / w[2])).ToList();
        return plot with { Marks = [.. plot.Marks, new PlotMark.Line("probability 1/2", [.. Inside(line[0], line[1], plot)])] };
    }

    /// <summary>The part of a line that lies between the axes.</summary>
    private static IEnumerable<PlotPoint> Inside(PlotPoint from, PlotPoint to, Plot plot) => Enumerable.Range(0, 101)
        .Select(k => new PlotPoint(from.X + ((to.X - from.X) * k / 100), from.Y + ((to.Y - from.Y) * k / 100)))
        .Where(point => plot.Y.Holds(point.Y) && plot.X.Holds(point.X));

    private static PlotMark.Line Course(string label, EquatableList<SearchStep> steps, Func<SearchStep, double> measured) => PlotMark.Line.Of(label, steps.Select(measured));
}
