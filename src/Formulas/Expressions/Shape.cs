namespace Formulas.Expressions;

/// <summary>A size that a shape is made of: a number (<c>3</c>), a name (<c>n</c>), or a name with an offset (<c>L+1</c>).</summary>
/// <param name="Name">The size's name; null for a plain number.</param>
/// <param name="Offset">Added to the name's value; the number itself where there is no name.</param>
public readonly record struct Size(string? Name, int Offset)
{
    public static Size Literal(int count) => new(null, count);

    public static Size Named(string name) => new(name, 0);

    public override string ToString() => (Name, Offset) switch
    {
        (null, _) => Offset.ToString(System.Globalization.CultureInfo.InvariantCulture),
        (_, 0) => Name,
        (_, > 0) => $"{Name}+{Offset}",
        _ => $"{Name}{Offset}",
    };
}

/// <summary>
/// The static type of an expression. Vectors are columns; the transpose of a vector is a row.
/// Sizes are symbolic, so that a d x d matrix never meets a vector of length n unnoticed.
/// </summary>
public abstract record Shape
{
    private Shape()
    {
    }

    public static Shape Scalar { get; } = new ScalarShape();

    public static Shape Truth { get; } = new TruthShape();

    public sealed record ScalarShape : Shape
    {
        public override string ToString() => "scalar";
    }

    public sealed record VectorShape(Size Length) : Shape
    {
        public override string ToString() => $"vector({Length})";
    }

    public sealed record RowShape(Size Length) : Shape
    {
        public override string ToString() => $"row({Length})";
    }

    public sealed record MatrixShape(Size Rows, Size Columns) : Shape
    {
        public override string ToString() => $"matrix({Rows},{Columns})";
    }

    public sealed record TruthShape : Shape
    {
        public override string ToString() => "truth value";
    }
}
