using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Reference;

namespace Grader.SelfTest;

/// <summary>
/// The independent way to a part's values: another formula, the derivative of the worksheet's own loss (by dual numbers and by
/// finite differences), a point where that derivative vanishes, or an identity that the value makes true.
/// </summary>
internal sealed class DerivationChecks(string name, FunctionSpecification specification, ReferenceMethod reference)
{
    /// <summary>The gradient's name in the formula that combines it with the inputs.</summary>
    private const string GradientName = "G";

    /// <summary>One formula that cannot be evaluated in reasonable time ends its comparison: others would take as long.</summary>
    private const string TooSlow = "The derivation takes too long to evaluate:";

    /// <summary>The value's name in an identity.</summary>
    private const string AnswerName = "answer";

    public IEnumerable<CheckResult> All() => specification.Derivation switch
    {
        null => [],
        Derivation.Formula way => [Guarded.Run(name, "other formula", check => OtherFormula(way, check))],
        Derivation.Gradient way =>
        [
            Guarded.Run(name, "derivative", check => Gradient(way, check)),
            Guarded.Run(name, "differences", check => Differences(way, check)),
        ],
        Derivation.Stationary way => [Guarded.Run(name, "stationary", check => Stationary(way, check))],
        Derivation.Identity way => [Guarded.Run(name, "identity", check => Identity(way, check))],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private void OtherFormula(Derivation.Formula way, Agreement check)
    {
        var formula = Parsed.Formula(way.Text, way.Scope);
        Compare(check, way, way.Scope, inputs => Evaluation.EvaluateWithBound(formula, inputs));
    }

    private void Gradient(Derivation.Gradient way, Agreement check)
    {
        var loss = Parsed.Formula(way.Loss, way.Scope);
        var scope = Parsed.With(way.Scope, GradientName, ShapeOf(way.By, way.Scope));
        var combine = Parsed.Formula(way.Combine, scope);
        var set = Settings(way.At, way.Scope);
        Compare(check, way, way.Scope, inputs => set(inputs) is not { } at ? new BoundedOutcome.Undefined("no setting")
            : Differentiation.GradientWithBound(loss, at, way.By) is var outcome && outcome is BoundedOutcome.Known gradient ? Combined(combine, at, gradient)
            : outcome);
    }

    /// <summary>The combination of the gradient with the inputs, and how far the gradient's own rounding moves it.</summary>
    private static BoundedOutcome Combined(Expression combine, Assignment at, BoundedOutcome.Known gradient)
    {
        var bounds = gradient.Bounds;
        var shifted = Evaluation.Evaluate(combine, Parsed.With(at, GradientName, Shifted(gradient.Value, (entry, k) => entry + bounds[k])));
        return gradient.IsCertain
            && shifted is Outcome.Known(var moved)
            && Evaluation.EvaluateWithBound(combine, Parsed.With(at, GradientName, gradient.Value)) is BoundedOutcome.Known combined
            ? combined with
            {
                Bounds = combined.Bounds
                    .Zip(Agreement.Entries(combined.Value).Zip(Agreement.Entries(moved)), (bound, pair) => bound + Math.Abs(pair.First - pair.Second))
                    .ToEquatableList(),
            }
            : new BoundedOutcome.Undefined("no certain gradient");
    }

    private void Differences(Derivation.Gradient way, Agreement check)
    {
        var loss = Parsed.Formula(way.Loss, way.Scope);
        var set = Settings(way.At, way.Scope);
        foreach (var sample in Samples.Of(specification, way.Scope, way.Constraints))
        {
            if (check.Samples >= Samples.Wanted || check.HasFailed) return;
            if (set(sample.Inputs) is not { } at) continue;
            var moved = Parsed.With(at, way.By, OffTheKinks(at.Values[way.By]));
            var gradient = Differentiation.GradientWithBound(loss, moved, way.By);
            if (gradient is BoundedOutcome.OverBudget(var reason)) check.Fail($"{TooSlow} {reason}.");
            if (gradient is BoundedOutcome.Known { IsCertain: true } exact
                && FiniteDifferences.Gradient(loss, moved, way.By) is BoundedOutcome.Known { IsCertain: true } measured)
            {
                check.CompareWithin(exact.Value, measured.Value, Sum(exact.Bounds, measured.Bounds), sample.Where);
            }
        }

        check.Fail($"Only {check.Samples} samples have a derivative.");
    }

    /// <summary>The distance to the point where the gradient vanishes, by one step of Newton's method in each entry, relative to the largest.</summary>
    private void Stationary(Derivation.Stationary way, Agreement check)
    {
        const double Step = 1e-5;
        var loss = Parsed.Formula(way.Loss, way.Scope);
        var set = Settings(way.At, way.Scope);
        EquatableList<double>? Slopes(Assignment at, Value value) =>
            Differentiation.Gradient(loss, Parsed.With(at, way.By, value), way.By) is Outcome.Known(var slopes) ? Agreement.Entries(slopes).ToEquatableList() : null;
        foreach (var sample in Samples.Of(specification, way.Scope, way.Constraints))
        {
            if (check.Samples >= Samples.Wanted || check.HasFailed) return;
            if (set(sample.Inputs) is not { } at) continue;
            var answer = reference(at);
            var size = Agreement.Entries(answer).Select(Math.Abs).Max();
            if (!double.IsFinite(size) || Slopes(at, answer) is not { } here) continue;
            var steps = here.Select((slope, k) =>
                Slopes(at, Shifted(answer, (entry, place) => place == k ? entry + (Step * size) : entry)) is { } after
                && Slopes(at, Shifted(answer, (entry, place) => place == k ? entry - (Step * size) : entry)) is { } before && after[k] != before[k]
                    ? Math.Abs(slope * 2 * Step / (after[k] - before[k]))
                    : (double?)null).ToList();
            if (steps.TrueForAll(step => step is not null)) check.Measure(steps.Max(step => step!.Value), sample.Where);
        }

        check.Fail($"Only {check.Samples} samples have a stationary point.");
    }

    private void Identity(Derivation.Identity way, Agreement check)
    {
        var scope = Parsed.With(way.Scope, AnswerName, specification.Shape);
        var left = Parsed.Formula(way.Left, scope);
        var right = Parsed.Formula(way.Right, scope);
        foreach (var sample in Samples.Of(specification, way.Scope, way.Constraints))
        {
            if (check.Samples >= Samples.Wanted || check.HasFailed) return;
            var inputs = Parsed.With(sample.Inputs, AnswerName, reference(sample.Inputs));
            if (Evaluation.EvaluateWithBound(left, inputs) is BoundedOutcome.Known { IsCertain: true } here
                && Evaluation.EvaluateWithBound(right, inputs) is BoundedOutcome.Known { IsCertain: true } there)
            {
                check.Compare(here.Value, there.Value, Sum(here.Bounds, there.Bounds), sample.Where);
            }
        }

        check.Fail($"Only {check.Samples} samples have both sides.");
    }

    private void Compare(Agreement check, Derivation way, Scope scope, Func<Assignment, BoundedOutcome> other)
    {
        // The reference calculates as the canonical formula does, so that formula's rounding stands for its own.
        var canonical = Parsed.Formula(specification.Canonical, specification.Scope);
        foreach (var sample in Samples.Of(specification, scope, way.Constraints))
        {
            if (check.Samples >= Samples.Wanted || check.HasFailed) return;
            var outcome = other(sample.Inputs);
            if (outcome is BoundedOutcome.OverBudget(var reason)) check.Fail($"{TooSlow} {reason}.");
            if (outcome is BoundedOutcome.Known { IsCertain: true } there
                && Evaluation.EvaluateWithBound(canonical, sample.Inputs) is BoundedOutcome.Known { IsCertain: true } here)
            {
                check.Compare(reference(sample.Inputs), there.Value, Sum(here.Bounds, there.Bounds), sample.Where);
            }
        }

        check.Fail($"Only {check.Samples} samples have a value.");
    }

    /// <summary>Sets the symbols that only the loss knows from the part's inputs; null where one of them has no value.</summary>
    private static Func<Assignment, Assignment?> Settings(EquatableList<Binding> bindings, Scope scope)
    {
        var formulas = bindings.Select(binding => (binding.Name, Formula: Parsed.Formula(binding.Formula, scope))).ToList();
        return inputs =>
        {
            var at = inputs;
            foreach (var (symbol, formula) in formulas)
            {
                if (Evaluation.Evaluate(formula, at) is not Outcome.Known(var value)) return null;
                at = Parsed.With(at, symbol, value);
            }

            return at;
        };
    }

    /// <summary>
    /// A point near by where no two entries tie and none is 0: there a maximum or a ReLU has no derivative,
    /// and differences across it measure none.
    /// </summary>
    private static Value OffTheKinks(Value value)
    {
        const double Shift = 0.00813;
        return Shifted(value, (entry, k) => entry + (Shift * (1 + (0.37 * k))));
    }

    private static Value Shifted(Value value, Func<double, int, double> shift) => value switch
    {
        Value.Scalar(var number) => new Value.Scalar(shift(number, 0)),
        Value.Vector(var entries) => new Value.Vector(entries.Select(shift).ToEquatableList()),
        Value.Matrix matrix => matrix with { Entries = matrix.Entries.Select(shift).ToEquatableList() },
        _ => value,
    };

    private static EquatableList<double> Sum(EquatableList<double> left, EquatableList<double> right) =>
        left.Zip(right, (a, b) => a + b).ToEquatableList();

    private static Shape ShapeOf(string symbol, Scope scope) =>
        scope.Find(symbol)?.Shape ?? throw new UnreadableFormulaException($"The derivation differentiates by {symbol}, which is no symbol.");
}
