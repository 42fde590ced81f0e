using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking.Graphs;

/// <summary>Arithmetic of whole values of one shape.</summary>
internal static class Values
{
    /// <summary>Room for two orders of the same additions.</summary>
    private const double Rounding = 1e-9;

    public static Value OnesLike(Value value) => Map(value, value, (_, _) => 1);

    public static Value Add(Value left, Value right) => Map(left, right, (a, b) => a + b);

    /// <summary>Whether two values agree but for rounding.</summary>
    public static bool AreClose(Value left, Value right)
    {
        if (left is not (Value.Scalar or Value.Vector or Value.Matrix) || right is not (Value.Scalar or Value.Vector or Value.Matrix)) return false;
        var (first, second) = (ValueShape.Entries(left), ValueShape.Entries(right));
        return left.GetType() == right.GetType() && first.Length == second.Length
            && first.Zip(second).All(pair => Math.Abs(pair.First - pair.Second) <= Rounding * Math.Max(1, Math.Max(Math.Abs(pair.First), Math.Abs(pair.Second))));
    }

    private static Value Map(Value left, Value right, Func<double, double, double> of) => (left, right) switch
    {
        (Value.Scalar a, Value.Scalar b) => new Value.Scalar(of(a.Number, b.Number)),
        (Value.Vector a, Value.Vector b) => new Value.Vector(a.Entries.Zip(b.Entries, of).ToEquatableList()),
        (Value.Matrix a, Value.Matrix b) => a with { Entries = a.Entries.Zip(b.Entries, of).ToEquatableList() },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
