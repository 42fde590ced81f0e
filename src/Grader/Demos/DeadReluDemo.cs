using Formulas.Text;
using Grader.Plotting;
using Reference.Trajectories;

namespace Grader.Demos;

/// <summary>A ReLU unit that one long step kills, and a leaky one that comes back from the same step.</summary>
internal static class DeadReluDemo
{
    public static Demo Row { get; } = new(
        "dead-relu",
        "A dead unit stays dead",
        "a ReLU unit that one long step kills, its gradient, and a leaky ReLU that comes back",
        [
            Parameter.Seed,
            Parameter.Count("steps", "steps of gradient descent", 120, 10, 5000),
            Parameter.Number("rate", "the learning rate", 0.05, 0.001, 0.15),
            Parameter.Number("blow", $"the rate of step {DyingUnit.BlowAt} alone, far too large", 3, 0.001, 100),
            Parameter.Number("slope", "the slope of the leaky ReLU below 0", 0.3, 0, 1),
        ],
        Run);

    private static Demonstration Run(ParameterValues values)
    {
        var (relu, leaky) = DyingUnit.Follow(new(values.Seed, values.Whole("steps"), values["rate"], values["blow"], values["slope"]));
        var after = relu.Skip(DyingUnit.BlowAt + 1).ToList();
        var dead = after[0].LargestInput <= 0;
        var flipped = after.Sum(step => step.Weights.Zip(after[0].Weights, FlippedBits).Sum());
        var gradient = after.Max(step => step.GradientNorm);
        var awake = Enumerable.Range(DyingUnit.BlowAt + 1, after.Count).FirstOrDefault(step => leaky[step].LargestInput > 0, -1);
        return new(
            [
                new("bits-moved", flipped,
                    $"bits of the dead unit's weights changed in the {after.Count - 1} steps after its death: not one weight moved in its last digit.",
                    dead && flipped == 0),
                new("dead-gradient", gradient,
                    "is the largest gradient that its weights met in these steps.",
                    dead && gradient == 0),
                new("leaky-back", awake < 0 ? double.NaN : awake - DyingUnit.BlowAt,
                    awake < 0
                        ? "of the steps shown brought the leaky ReLU back. A smaller blow, a larger slope or more steps do."
                        : "steps after the blow, the leaky ReLU is positive for an example again.",
                    dead && awake > DyingUnit.BlowAt + 1),
            ],
            $$"""
            **What to see.** One unit $z = f(a)$ with $a = v \cdot x + b$ learns for {{DyingUnit.BlowAt}} steps. Then a single step is far too long and pushes $a$ below 0 for
            every example. As a ReLU the unit is dead: its line is flat from there on, to the last bit, although the loss is large. As a leaky
            ReLU, from the same start and through the same blow, it climbs back.

            **Why.** Every derivative by the unit's own weights has the factor $f'(a)$. The ReLU's is 0 for $a \le 0$, so for each example the gradient is
            0, the sum is 0, and a step of any length leaves $v$ and $b$ where they are. Nothing that gradient descent does to this unit can change
            that. The leaky ReLU's slope below 0 is small but not 0, so a gradient comes through.
            """,
            [
                Plot.Over(
                    "The unit's largest weighted input over all examples",
                    "Both fall below 0 at the blow. The ReLU's stays on one level; the leaky one's climbs back above 0.", "step", "largest weighted input",
                    Course("ReLU", relu, step => step.LargestInput), Course("leaky ReLU", leaky, step => step.LargestInput)),
                Plot.Over(
                    "The gradient of the unit's weights",
                    "The ReLU's gradient is 0 from the blow on; the leaky one's is not.", "step", "norm of the gradient",
                    Course("ReLU", relu, step => step.GradientNorm), Course("leaky ReLU", leaky, step => step.GradientNorm)),
                Plot.Over(
                    "The loss",
                    "After the blow the ReLU's loss stays where it is; the leaky one's falls.", "step", "mean loss",
                    Course("ReLU", relu, step => step.Loss), Course("leaky ReLU", leaky, step => step.Loss)),
                Plot.Over(
                    "The weights of the ReLU",
                    "They move before the blow, jump at it, and never move again.", "step", "weight",
                    Course("from the first feature", relu, step => step.Weights[0]), Course("from the second feature", relu, step => step.Weights[1]), Course("bias", relu, step => step.Weights[2])),
            ]);
    }

    private static PlotMark.Line Course(string label, EquatableList<UnitStep> steps, Func<UnitStep, double> measured) => PlotMark.Line.Of(label, steps.Select(measured));

    private static int FlippedBits(double a, double b) =>
        System.Numerics.BitOperations.PopCount((ulong)(BitConverter.DoubleToInt64Bits(a) ^ BitConverter.DoubleToInt64Bits(b)));
}
