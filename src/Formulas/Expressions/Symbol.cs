using Formulas.Text;

namespace Formulas.Expressions;

/// <summary>What a name stands for.</summary>
public enum SymbolKind
{
    /// <summary>An input: a scalar, vector or matrix.</summary>
    Variable,

    /// <summary>An index that the part asks about (i, j): an integer scalar that runs over <see cref="Symbol.Range"/>.</summary>
    Index,

    /// <summary>A generic smooth scalar function such as g, with derivatives g', g''.</summary>
    ScalarFunction,

    /// <summary>A generic vector map such as Phi: R^d -> R^d, with a Jacobian; not assumed to act entry by entry.</summary>
    VectorMap,

    /// <summary>A quantity made from the inputs that answers may use (h = s(w.x), p = softmax(W z)); see <see cref="Symbol.Definition"/>.</summary>
    Derived,
}

/// <summary>Where values of a symbol come from when inputs are sampled. Every entry of a vector or matrix is drawn from it.</summary>
public abstract record Domain
{
    private Domain()
    {
    }

    /// <summary>Real numbers between the bounds; an open end is never drawn itself. Null: no bound.</summary>
    public sealed record Interval(double? Low, double? High, bool LowOpen = false, bool HighOpen = false) : Domain
    {
        public bool Contains(double number) =>
            (Low is not { } low || number > low || (number == low && !LowOpen))
            && (High is not { } high || number < high || (number == high && !HighOpen));
    }

    /// <summary>Whole numbers between the bounds, both included.</summary>
    public sealed record Integers(int Low, int High) : Domain;

    /// <summary>0 or 1.</summary>
    public sealed record Binary : Domain;

    /// <summary>A vector with a single 1 and zeros elsewhere.</summary>
    public sealed record OneHot : Domain;

    /// <summary>A symmetric matrix with positive eigenvalues.</summary>
    public sealed record PositiveDefinite : Domain;

    /// <summary>Any real number.</summary>
    public static Domain Reals { get; } = new Interval(null, null);
}

/// <summary>
/// A name that formulas of a part may use.
/// </summary>
/// <param name="Name">The canonical name in calculator notation: <c>X</c>, <c>theta_y</c>, <c>delta2</c>.</param>
/// <param name="Spellings">
/// Further spellings, in calculator notation: another name (<c>delta^(2)</c>, <c>x^(1)</c>: a base with a layer
/// superscript, indices may stand before or after it), or a row pattern (<c>w_i</c>: one subscript on <c>w</c> is row i of the matrix).
/// </param>
/// <param name="FirstIndices">What each axis counts from; empty means 1 everywhere.</param>
/// <param name="Range">For an index: the size it runs up to. Null otherwise.</param>
/// <param name="Definition">For a derived symbol: its formula in calculator notation, over the other symbols; a Derived symbol's
/// <paramref name="Parameters"/> are the index names its entries are given by (<c>k[i,v] = ...</c>); none means the whole value is given.</param>
public sealed record Symbol(
    string Name,
    SymbolKind Kind,
    Shape Shape,
    Domain Domain,
    EquatableList<string> Spellings,
    EquatableList<int> FirstIndices,
    Size? Range = null,
    string? Definition = null,
    EquatableList<string>? Parameters = null)
{
    public int FirstIndex(int axis) => axis < FirstIndices.Count ? FirstIndices[axis] : 1;
}

/// <summary>A name that formulas may use for a built-in function.</summary>
/// <param name="Function">The function's canonical name.</param>
public sealed record FunctionName(string Name, string Function);

/// <summary>
/// The names one formula may use.
/// </summary>
/// <param name="Sizes">Names of sizes (n, d, h), usable as numbers.</param>
/// <param name="Asked">Left sides that name the asked quantity and may be written before the answer (<c>dL/dw_j</c>, <c>w_j</c>), in calculator notation.</param>
/// <param name="Open">True where undeclared names are real scalars, as in <c>grader equal</c>.</param>
public sealed record Scope(
    EquatableList<Symbol> Symbols,
    EquatableList<string> Sizes,
    EquatableList<string> Asked,
    bool Open = false)
{
    /// <summary>Built-in functions that go by another name here, as phi for the logistic function.</summary>
    public EquatableList<FunctionName> FunctionNames { get; init; } = [];

    public static Scope Empty { get; } = new([], [], []);

    public Symbol? Find(string name) => Symbols.FirstOrDefault(symbol => symbol.Name == name);
}
