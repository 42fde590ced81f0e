using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Grader.Demos;

/// <summary>Forward through a small network and back again, step by step, in the drawing that graph answers get.</summary>
internal static class BackpropDemo
{
    /// <summary>The step of central differences, at which their own error and that of rounding are about alike.</summary>
    private const double DifferenceStep = 1e-5;

    private const string Network = "s(a relu(c x1 + e x2)) + s(b relu(d x1 + f x2))";

    public static Demo Row { get; } = new(
        "backprop",
        "Backpropagation, one step at a time",
        "a forward and a backward pass through a network, walked through in its graph",
        [
            Weight("a", "the weight behind the first hidden unit", 1.5),
            Weight("b", "the weight behind the second hidden unit", -1),
            Weight("c", "from x1 to the first hidden unit", 1),
            Weight("d", "from x1 to the second hidden unit", 0.5),
            Weight("e", "from x2 to the first hidden unit", -1),
            Weight("f", "from x2 to the second hidden unit", -2),
            Weight("x1", "the first input", 1),
            Weight("x2", "the second input", 0.5),
        ],
        Run);

    private static Parameter Weight(string name, string meaning, double usual) => Parameter.Number(name, meaning, usual, -10, 10);

    private static Demonstration Run(ParameterValues values)
    {
        var inputs = Row.Parameters.Select(parameter => parameter.Name).ToList();
        var at = new Assignment(inputs.ToDictionary(name => name, name => (Value)new Value.Scalar(values[name])), new Dictionary<string, int>());
        var walk = new BackpropWalk(at);
        var formula = Formula(inputs);
        var dual = inputs.Max(name => Math.Abs(walk.Derivative(name) - DualDerivative(formula, at, name)));
        var differences = inputs.Max(name => Math.Abs(walk.Derivative(name) - DifferenceQuotient(formula, at, name)));
        var dead = new[] { ("r1", "c", "e"), ("r2", "d", "f") }.Where(unit => walk.Value(unit.Item1) <= 0).ToList();
        var still = dead.SelectMany(unit => new[] { unit.Item2, unit.Item3 }).Select(name => Math.Abs(walk.Derivative(name))).DefaultIfEmpty(double.NaN).Max();
        return new(
            [
                new("dual-agreement", dual,
                    "is the largest difference between a derivative from the one backward pass and the same derivative of the whole formula, taken input by input.", dual < 1e-12),
                new("difference-agreement", differences,
                    "is the largest difference from a quotient of differences, which moves one input by a hundred-thousandth and runs the network twice.", differences < 1e-6),
                new("passes-saved", inputs.Count,
                    "derivatives came from a single pass backward. Forward, each of these inputs would have needed a pass of its own.", true),
                new("dead-derivative", still,
                    dead.Count > 0
                        ? $"is the largest derivative by a weight into a unit that is dead here ({string.Join(", ", dead.Select(unit => unit.Item1))} = 0): on the way back, the ReLU lets nothing pass."
                        : "No unit is dead at these numbers. With `--f -2` and the usual others one is.",
                    still == 0),
            ],
            """
            **What to see.** Go through the steps. *Forward*, each box gets its value from the boxes before it. *Backward*, each arrow gets one number: what comes back
            to the box after it, times the derivative of that box's one operation by the value that this arrow carried. Where several arrows leave a box, as with $x_1$, what they bring back is added.

            **Why.** That is the chain rule, with each product worked out once. For $y = f(u, v)$ with $u$ and $v$ made from $w$,
            $$\frac{\partial y}{\partial w} = \frac{\partial y}{\partial u} \frac{\partial u}{\partial w} + \frac{\partial y}{\partial v} \frac{\partial v}{\partial w}.$$
            The factors $\partial y / \partial u$ are known when they are needed, because the pass goes from the end to the beginning; and the derivatives of the single operations
            need nothing but values from the forward pass. For a sum they are 1, for a product the other factor, for $\sigma$ the value times one less the value, for a ReLU 1 or 0.
            """,
            [])
        {
            Walk = walk.Walk(),
        };
    }

    private static Expression Formula(IEnumerable<string> inputs)
    {
        var scope = Scope.Empty with { Symbols = inputs.Select(name => new Symbol(name, SymbolKind.Variable, Shape.Scalar, Domain.Reals, [], [])).ToEquatableList() };
        return FormulaReader.Read(Network, scope) is Reading<Expression>.Success read ? read.Value : throw new InvalidOperationException($"The formula {Network} cannot be read.");
    }

    private static double DualDerivative(Expression formula, Assignment at, string input) =>
        Differentiation.Gradient(formula, at, input) is Outcome.Known { Value: Value.Scalar(var slope) } ? slope : double.NaN;

    private static double DifferenceQuotient(Expression formula, Assignment at, string input)
    {
        double Moved(double by)
        {
            var moved = new Dictionary<string, Value>(at.Values) { [input] = new Value.Scalar(((Value.Scalar)at.Values[input]).Number + by) };
            return Evaluation.Evaluate(formula, at with { Values = moved }) is Outcome.Known { Value: Value.Scalar(var number) } ? number : double.NaN;
        }

        return (Moved(DifferenceStep) - Moved(-DifferenceStep)) / (2 * DifferenceStep);
    }
}
