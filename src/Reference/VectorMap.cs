using MathNet.Numerics.LinearAlgebra;

namespace Reference;

/// <summary>A differentiable map R^d -> R^d; entry (r, c) of the Jacobian is dPhi_r/dz_c.</summary>
public sealed record VectorMap(Func<Vector<double>, Vector<double>> Of, Func<Vector<double>, Matrix<double>> Jacobian)
{
    /// <summary>Phi(z) = g(z), entry by entry.</summary>
    public static VectorMap EntryByEntry(ScalarFunction g) => new(
        z => z.Map(g.Of, Zeros.Include),
        z => Matrix<double>.Build.DenseOfDiagonalVector(z.Map(g.Derivative, Zeros.Include)));

    /// <summary>Phi(z) = g(A z + c), with Jacobian diag(g'(A z + c)) A.</summary>
    public static VectorMap AfterAffine(Matrix<double> A, Vector<double> c, ScalarFunction g)
    {
        var entryByEntry = EntryByEntry(g);
        return new(z => entryByEntry.Of((A * z) + c), z => entryByEntry.Jacobian((A * z) + c) * A);
    }
}
