using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Proof;

/// <summary>A factor of a term that is not taken apart further.</summary>
/// <param name="Key">The same for equal atoms; see <see cref="Proof.Code"/>.</param>
internal abstract record Atom(ulong Key)
{
    /// <summary>A real number above 0 at all inputs, which may be raised to any power.</summary>
    public virtual bool IsPositive => false;

    /// <summary>What is no scalar stands once at most in a term.</summary>
    public virtual Shape Shape => Shape.Scalar;

    public bool IsScalar => Shape is Shape.ScalarShape;

    /// <summary>An input, a size, a running index or pi.</summary>
    public sealed record Name(string Text, bool IsAbove, Shape Of) : Atom(Code.Of(Text))
    {
        public override bool IsPositive => IsAbove;

        public override Shape Shape => Of;
    }

    /// <summary>A prime number under a root: its exponent lies between 0 and 1.</summary>
    public sealed record Prime(long Value) : Atom(Code.With(1, (ulong)Value))
    {
        public override bool IsPositive => true;
    }

    /// <summary>e to the power of something; exponents may be any numbers.</summary>
    /// <param name="Argument">Of one term, whose coefficient is 1.</param>
    public sealed record Exponential(Form Argument) : Atom(Code.With(2, Argument.Key))
    {
        public override bool IsPositive => true;
    }

    public sealed record Logarithm(Form Argument) : Atom(Code.With(3, Argument.Key))
    {
        public override bool IsPositive => Argument.Number is { } number && number > Ratio.One;
    }

    /// <summary>What stands under a root: its exponent lies between 0 and 1, and it is not below 0 wherever the root has a value.</summary>
    public sealed record Radicand(Polynomial Value) : Atom(Code.With(4, Value.Key))
    {
        public override bool IsPositive => Value.IsPositive;
    }

    public sealed record Sine(Form Argument) : Atom(Code.With(5, Argument.Key));

    public sealed record Cosine(Form Argument) : Atom(Code.With(6, Argument.Key));

    /// <summary>max(0, w), of which absolute values and extrema are made.</summary>
    public sealed record Ramp(Form Argument) : Atom(Code.With(7, Argument.Key));

    /// <summary>Anything else, known by what it is and by its operands.</summary>
    public sealed record Opaque(string Kind, EquatableList<Form> Operands, Shape Of) : Atom(KeyOf(Kind, Operands))
    {
        public override Shape Shape => Of;

    }

    /// <summary>1 where a condition holds, else 0.</summary>
    public sealed record Indicator(string Kind, EquatableList<Form> Operands) : Atom(Code.With(10, KeyOf(Kind, Operands)));

    /// <summary>A product of matrices, vectors and rows, in its order.</summary>
    public sealed record Chain(EquatableList<Link> Links, Shape Of) : Atom(KeyOf(Links))
    {
        public override Shape Shape => Of;

        private static ulong KeyOf(EquatableList<Link> links)
        {
            var key = 11UL;
            foreach (var link in links.AsSpan()) key = Code.With(key, link.Key);
            return key;
        }
    }

    /// <summary>A product entry by entry, its factors sorted.</summary>
    public sealed record Entrywise(EquatableList<Atom> Factors, Shape Of) : Atom(KeyOf(Factors))
    {
        public override Shape Shape => Of;

        private static ulong KeyOf(EquatableList<Atom> factors)
        {
            var key = 8UL;
            foreach (var factor in factors.AsSpan()) key = Code.With(key, factor.Key);
            return key;
        }
    }

    private static ulong KeyOf(string kind, EquatableList<Form> operands)
    {
        var key = Code.Of(kind);
        foreach (var operand in operands.AsSpan()) key = Code.With(key, operand.Key);
        return key;
    }
}

/// <summary>A factor of a product of matrices.</summary>
internal readonly record struct Link(Atom Of, bool IsTransposed)
{
    public ulong Key => IsTransposed ? Code.With(9, Of.Key) : Of.Key;

    public Link Transposed => this with { IsTransposed = !IsTransposed };
}
