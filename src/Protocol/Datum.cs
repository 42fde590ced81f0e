namespace Protocol;

/// <summary>
/// What crosses the border between the grader and the box: data, never objects. Each case has a fixed tag on the wire.
/// </summary>
public abstract record Datum
{
    private Datum()
    {
    }

    /// <summary>A missing value. As a result: a null, or a method that returns nothing.</summary>
    public sealed record Null : Datum;

    public sealed record Number(double Value) : Datum;

    public sealed record Integer(long Value) : Datum;

    public sealed record Truth(bool Value) : Datum;

    public sealed record Text(string Value) : Datum;

    public sealed record Vector(Sequence<double> Entries) : Datum;

    /// <summary>A table of numbers.</summary>
    /// <param name="Entries">Row after row: RowCount times ColumnCount of them.</param>
    public sealed record Matrix(int RowCount, int ColumnCount, Sequence<double> Entries) : Datum;

    /// <summary>An array of arrays: rows may differ in length, and a row may be null.</summary>
    public sealed record Rows(Sequence<Sequence<double>?> Items) : Datum;

    /// <summary>Named values: a dictionary or a tuple with names.</summary>
    public sealed record Cells(Sequence<Cell> Items) : Datum;

    /// <summary>A scalar function handed in as a delegate that is made inside the box.</summary>
    /// <param name="DerivativeOrder">0 the function, 1 its derivative, 2 the second one.</param>
    public sealed record ScalarFunction(ActivationName Name, int DerivativeOrder) : Datum;

    /// <summary>The vector map Phi(z) = g(A z + c), or its Jacobian, handed in as a delegate that is made inside the box.</summary>
    /// <param name="A">Null means the identity, and <paramref name="C"/> null means zero: then Phi is g, entry by entry, at any size.</param>
    public sealed record VectorMap(Matrix? A, Sequence<double>? C, ActivationName G, bool Jacobian) : Datum;

    /// <summary>A result that no part asks for.</summary>
    /// <param name="TypeName">As C# writes it: <c>string[]</c>, <c>List&lt;int&gt;</c>.</param>
    /// <param name="Detail">What is particular about it, or empty: "with lower bounds 1 and 1".</param>
    public sealed record Other(string TypeName, string Detail) : Datum;
}

public sealed record Cell(string Name, Datum Value);

/// <summary>The scalar functions a part may hand in. The numbers stand on the wire.</summary>
public enum ActivationName
{
    Identity = 0,
    Tanh = 1,
    Sigmoid = 2,
    Softplus = 3,
    Sin = 4,
    Relu = 5,
}
