using Grader.Plotting;
using Reference.Trajectories;

namespace Grader.Demos;

/// <summary>How much of the gradient reaches each layer of a deep network, without and with connections past layers.</summary>
internal static class SkipLayerDemo
{
    public static Demo Row { get; } = new(
        "skip-layer",
        "A skip connection has a gradient of its own",
        "the gradient layer by layer in a deep network, without and with connections past layers",
        [
            Parameter.Seed,
            Parameter.Count("layers", "hidden layers", 12, 2, 40),
            Parameter.Count("units", "units in each layer, and inputs", 8, 1, 32),
            Parameter.Number("size", "the spread of the weights, times the square root of the units", 0.5, 0.01, 3),
        ],
        Run);

    private static Demonstration Run(ParameterValues values)
    {
        var layers = values.Whole("layers");
        DeepGradients Deep(int depth) => DeepGradients.Draw(new(values.Seed, depth, values.Whole("units"), values["size"]));
        var network = Deep(layers);
        var (plain, worksheet, every) = (Deltas(network, Skip.None), Deltas(network, Skip.InputToOutput), Deltas(network, Skip.EveryLayer));
        var lost = plain[0] / plain[^1];
        var direct = network.DirectNorm / network.Gradients(Skip.None)[0].FrobeniusNorm();
        var kept = every[0] / every[^1];
        var changed = plain.Zip(worksheet, (a, b) => Math.Abs(a - b)).Max();
        return new(
            [
                new("plain-ratio", lost,
                    $"is what is left of the last hidden layer's gradient at the first, through {layers} layers without any skip connection.",
                    lost < 0.1),
                new("direct-ratio", direct,
                    "times the gradient of the first layer's weights is that of the skip connection's own weights: their way to the output leads through no hidden layer.",
                    direct > 10),
                new("hidden-change", changed,
                    "is the change of any hidden layer's gradient by a skip connection from the input to a linear output: it adds to the output and leaves the other way as it is.",
                    changed == 0),
                new("every-layer-ratio", kept,
                    "is left at the first layer where every layer is skipped: its input added to its output.",
                    kept > 0.1),
            ],
            """
            **What to see.** Without skip connections, the gradient $\delta$ shrinks by about the same factor at each layer on its way back: a straight line down towards the
            first layer. The worksheet's skip connection, from the input straight to the output, does not change that line by a single bit. But its own
            weights get a large gradient at once, while those of the hidden layers get hardly any. Where every layer is skipped, the gradient reaches the first layer.

            **Why.** Backwards through a layer, $\delta$ is multiplied by $W^\top$ and by $g'(S)$. With small weights, or with $|g'| < 1$, that shrinks it, layer
            after layer. A weight's gradient is $\delta$ times the layer's input, and the inputs shrink forwards in the same way: so all hidden layers learn slowly, not the first alone.
            For the skip weights of $y = \dots + w_{xy} x$ there is no such factor: $\partial y / \partial w_{xy} = x$ (times $g'$ if the output unit has a
            nonlinearity), whereas $\partial y / \partial w_{xh} = w_{hy}\, g'(w_{xh} x)\, x$ goes through the hidden unit. With every layer skipped, the matrix $I$ is added
            to each factor and lets the gradient pass.
            """,
            [
                Plot.LogarithmicOver(
                    "The gradient by each layer's weighted inputs",
                    "Without skips, and with a skip from input to output, the same line falls towards the first layer. With every layer skipped it stays nearly level.",
                    "hidden layer", "norm of δ",
                    OfLayers("no skip connection", plain) with { Width = 7 },
                    OfLayers("input to output", worksheet),
                    OfLayers("every layer", every)),
                Plot.LogarithmicOver(
                    "The gradient by each layer's weights",
                    "Without skips it is small in all layers. With every layer skipped it is large in all. The skip connection's own weights, drawn at 0, lie high as well.",
                    "hidden layer", "norm of the gradient",
                    OfLayers("no skip connection", Norms(network, Skip.None)) with { Width = 7 },
                    OfLayers("input to output", Norms(network, Skip.InputToOutput)),
                    OfLayers("every layer", Norms(network, Skip.EveryLayer)),
                    new PlotMark.Scatter("weights of the skip from input to output", [new(0, network.DirectNorm)])),
                Plot.LogarithmicOver(
                    "The first layer's gradient in networks of other depths",
                    "Without skips it falls with each layer that is added; with every layer skipped it does not.",
                    "hidden layers", "norm of δ in layer 1",
                    AtDepths("no skip connection", Skip.None), AtDepths("every layer", Skip.EveryLayer)),
            ]);

        PlotMark.Line AtDepths(string label, Skip skip) =>
            new(label, [.. Enumerable.Range(1, layers).Select(depth => new PlotPoint(depth, Deltas(Deep(depth), skip)[0]))]);
    }

    private static List<double> Deltas(DeepGradients network, Skip skip) => [.. network.Deltas(skip).Select(delta => delta.L2Norm())];

    private static IEnumerable<double> Norms(DeepGradients network, Skip skip) => network.Gradients(skip).Select(gradient => gradient.FrobeniusNorm());

    private static PlotMark.Line OfLayers(string label, IEnumerable<double> norms) =>
        new(label, [.. norms.Select((norm, layer) => new PlotPoint(layer + 1, norm))]);
}
