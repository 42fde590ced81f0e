using Grader.Plotting;
using Reference.Trajectories;

namespace Grader.Demos;

/// <summary>The likelihood of naive Bayes as a surface, and its top: ratios of counts.</summary>
internal static class NaiveBayesDemo
{
    private static readonly double[] Drops = [1, 0.5, 0.25, 0.1, 0.05, 0.02, 0.005];

    public static Demo Row { get; } = new(
        "naive-bayes",
        "The likelihood of naive Bayes has its top at the counts",
        "the likelihood as a surface over two parameters, and its top, which is counting",
        [
            Parameter.Seed,
            Parameter.Count("examples", "examples drawn; the first four hold each pair of label and feature once", 40, 4, 2000),
            Parameter.Count("grid", "points along each side of the surface", 61, 11, 81),
        ],
        Run);

    private static Demonstration Run(ParameterValues values)
    {
        var surface = LikelihoodSurface.Draw(values.Seed, values.Whole("examples"));
        var grid = Enumerable.Range(0, values.Whole("grid")).Select(k => (k + 0.5) / values.Whole("grid")).ToList();
        var (theta_y, theta_1) = (surface.Fit.ThetaY, surface.Fit.Theta[0, 1]);
        var found = surface.SearchTop();
        var error = Math.Max(Math.Abs(found.ThetaY - theta_y), Math.Abs(found.Theta1 - theta_1));
        var highest = grid.Max(a => grid.Max(b => surface.Height(a, b))) - surface.Top;
        var (c1, c0, k1, z1) = (surface.Counts.C1, surface.Counts.C0, surface.Counts.K[0, 1], surface.Counts.Z[0, 1]);
        return new(
            [
                new("search-agreement", error,
                    $"is the most that a search which only compares heights misses the ratios of counts by: {c1:0} of {surface.Counts.M:0} examples have label 1, and {k1:0} of these {c1:0} have $x = 1$. Rounding hides the rest of so flat a top.",
                    error < 1e-6),
                new("grid-above-top", highest,
                    $"is how the highest of {grid.Count * grid.Count} points of the surface stands to the top at the counts: none lies above it.",
                    highest <= 0),
            ],
            """
            **What to see.** A hill with one top. The top lies where two ratios of counts say: the share of label 1 among all examples across, and the share of
            $x = 1$ among the examples with label 1 upwards. The cuts through the top are flat there, as the derivatives are 0.

            **Why.** The logarithm of the likelihood is a sum, and each parameter stands in terms of its own: along $\theta_y$ it is
            $c(y{=}1) \ln \theta_y + c(y{=}0) \ln(1 - \theta_y)$. Its derivative $c(y{=}1)/\theta_y - c(y{=}0)/(1 - \theta_y)$ is 0 at $\theta_y = c(y{=}1)/m$ alone. So the
            axes of the hill are those of the picture, and each parameter can be counted without knowing the others.
            """,
            [
                new(
                    "The log-likelihood for each example, from above",
                    "A single hill, its top at the ratios of counts.",
                    Axis.Linear("p(y = 1)", 0, 1), Axis.Linear("p(x = 1 | y = 1)", 0, 1),
                    [
                        PlotMark.HeatMap.Of("height", grid, grid, surface.Height, [.. Drops.Select(drop => surface.Top - drop)]),
                        new PlotMark.Scatter("ratios of counts", [new(theta_y, theta_1)]),
                        new PlotMark.Scatter("search", [new(found.ThetaY, found.Theta1)]),
                    ]),
                Cut("Along p(y = 1), through the top", "p(y = 1)", grid, theta => surface.Height(theta, theta_1), theta_y, surface.Top),
                Cut("Along p(x = 1 | y = 1), through the top", "p(x = 1 | y = 1)", grid, theta => surface.Height(theta_y, theta), theta_1, surface.Top),
                Plot.Over(
                    "The counts", "All that the likelihood knows of the data.", "with", "examples",
                    PlotMark.Histogram.Bars("examples", c1, c0, k1, z1)) with
                {
                    X = Axis.Named("with", "y=1", "y=0", "x=1, y=1", "x=0, y=1"),
                },
            ]);
    }

    private static Plot Cut(string title, string across, IReadOnlyList<double> grid, Func<double, double> height, double top, double highest) => Plot.Over(
        title, "The curve has one top, at the ratio of counts.", across, "log-likelihood for each example",
        new PlotMark.Line("log-likelihood", [.. grid.Append(top).Order().Select(at => new PlotPoint(at, height(at)))]),
        new PlotMark.Scatter("ratio of counts", [new(top, highest)]));
}
