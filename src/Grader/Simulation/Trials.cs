using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Simulation;

/// <summary>
/// Inputs at which the simulator sees for itself whether two formulas of a part differ: other inputs than the checker's samples,
/// and plain values beside each other rather than the checker's decision.
/// </summary>
internal sealed class Trials
{
    private const int Count = 64;

    private const ulong Seed = 0x5EED_0F_7A1A;

    private readonly FunctionSpecification specification;
    private readonly List<Assignment> inputs = [];

    public Trials(FunctionSpecification specification)
    {
        this.specification = specification;
        Derived = DerivedSymbols.Read(specification.Scope) is Reading<DerivedSymbols>.Success read
            ? read.Value
            : throw new InvalidOperationException($"The symbols of {specification.Canonical} cannot be read.");
        Canonical = Own(specification.Canonical);
        var constraints = specification.Constraints.Select(Own).ToList();
        // The first samples are small whole numbers, at which different formulas agree.
        for (var index = 8; inputs.Count < Count && index < 20 * Count; index++)
        {
            var drawn = Sampling.Draw(Derived, specification.SizeRanges, Seed, index);
            if (constraints.TrueForAll(constraint => Evaluation.Evaluate(constraint, drawn) is Outcome.Known { Value: Value.Truth { Holds: true } })
                && Evaluation.Evaluate(Canonical, drawn) is Outcome.Known)
            {
                inputs.Add(drawn);
            }
        }
    }

    public Expression Canonical { get; }

    private DerivedSymbols Derived { get; }

    /// <summary>A formula of the worksheet's own.</summary>
    public Expression Own(string text) => FormulaReader.Read(text, specification.Scope) is Reading<Expression>.Success(var read, _)
        ? read
        : throw new InvalidOperationException($"The exercise's formula {text} cannot be read.");

    /// <summary>The value at the given inputs; null where there are none or it has none.</summary>
    public Value? AtGiven(Expression formula) => specification.Given.Values.Count > 0
        && Derived.Complete(specification.Given) is Reading<Assignment>.Success(var given, _)
        && Evaluation.Evaluate(formula, given) is Outcome.Known { Value: Value.Scalar or Value.Vector or Value.Matrix } known
            ? known.Value
            : null;

    /// <summary>The entries at each trial; null where the formula lacks a value at one, or loses more than a few digits there.</summary>
    public double[][]? Values(Expression formula)
    {
        var values = new double[inputs.Count][];
        for (var k = 0; k < values.Length; k++)
        {
            if (Evaluation.EvaluateWithBound(formula, inputs[k]) is not BoundedOutcome.Known { IsCertain: true } known) return null;
            values[k] = known.Value is Value.Truth truth ? [truth.Holds ? 1 : 0] : ValueShape.Entries(known.Value);
            for (var entry = 0; entry < values[k].Length; entry++)
            {
                if (known.Bounds[entry] > 1e-9 * Math.Max(Math.Abs(values[k][entry]), 1e-3)) return null;
            }
        }

        return values;
    }

    /// <summary>The share of trials at which the two differ for certain: 0 for one formula in two forms.</summary>
    public static double Difference(double[][] left, double[][] right)
    {
        var differing = 0;
        for (var k = 0; k < left.Length; k++)
        {
            if (left[k].Length != right[k].Length || left[k].Where((entry, at) => Math.Abs(entry - right[k][at]) > 1e-6 * (Math.Abs(entry) + Math.Abs(right[k][at]))).Any()) differing++;
        }

        return (double)differing / left.Length;
    }
}
