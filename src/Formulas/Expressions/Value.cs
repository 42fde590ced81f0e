using Formulas.Text;

namespace Formulas.Expressions;

/// <summary>A value that an input takes or a formula yields, in doubles. Arrays inside are never changed after construction.</summary>
public abstract record Value
{
    private Value()
    {
    }

    public sealed record Scalar(double Number) : Value;

    /// <summary>A vector or row; which of the two is the business of shapes, not of values.</summary>
    public sealed record Vector(EquatableList<double> Entries) : Value;

    /// <summary>A matrix, row by row.</summary>
    public sealed record Matrix(int Rows, int Columns, EquatableList<double> Entries) : Value
    {
        public double this[int row, int column] => Entries[(row * Columns) + column];
    }

    public sealed record Truth(bool Holds) : Value;

    /// <summary>A concrete function that stands for a generic one: tanh, sigmoid, softplus, sin, relu or identity.</summary>
    public sealed record ScalarFunction(string Name) : Value;

    /// <summary>Several values with names: the cells of a table, or what a fit returns.</summary>
    public sealed record Named(EquatableList<NamedValue> Items) : Value;

    /// <summary>A concrete vector map Phi(z) = g(A z + c), with g one of the scalar functions; A and c are null for g alone.</summary>
    public sealed record VectorMap(Matrix? A, Vector? C, string G) : Value;
}

public sealed record NamedValue(string Name, Value Value);

/// <summary>The sizes that samples are drawn with: from <paramref name="Low"/> to <paramref name="High"/>, both included.</summary>
public sealed record SizeRange(string Name, int Low, int High);

/// <summary>
/// A value for each input, and a number for each size. Keys are canonical symbol names.
/// </summary>
public sealed record Assignment(IReadOnlyDictionary<string, Value> Values, IReadOnlyDictionary<string, int> Sizes)
{
    /// <summary>
    /// The formulas of derived symbols. Evaluation prefers them to <see cref="Values"/>, where the same symbols stand rounded,
    /// for showing and for methods. A derived symbol that was given as an input is not among them.
    /// </summary>
    public IReadOnlyDictionary<string, SymbolDefinition> Definitions { get; init; } = System.Collections.Frozen.FrozenDictionary<string, SymbolDefinition>.Empty;
}
