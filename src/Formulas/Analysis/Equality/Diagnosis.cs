using Formulas.Analysis.Mutation;
using Formulas.Text;

namespace Formulas.Analysis.Equality;

/// <summary>The name of a mistake that any formula may have, proved by the values at every sample.</summary>
public abstract record Diagnosis
{
    private Diagnosis()
    {
    }

    public sealed record WrongSign : Diagnosis;

    /// <summary>The answer is so many times the right formula.</summary>
    public sealed record ConstantFactor(double Factor) : Diagnosis;

    /// <summary>The answer is the right formula plus a number.</summary>
    public sealed record ConstantOffset(double Offset) : Diagnosis;

    public sealed record Transposed : Diagnosis;

    /// <summary>The right entries in another order.</summary>
    public sealed record Permuted : Diagnosis;

    /// <summary>One mistake, or two together, found by search.</summary>
    public sealed record Found(EquatableList<Mistake> Mistakes) : Diagnosis;
}
