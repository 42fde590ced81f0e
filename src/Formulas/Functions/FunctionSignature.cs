using Formulas.Text;

namespace Formulas.Functions;

/// <summary>Which shapes a function takes and which shape it gives.</summary>
public enum ShapeRule
{
    /// <summary>A scalar function: one argument of any shape, entry by entry, giving the same shape.</summary>
    Entrywise,

    /// <summary>sum, prod: all entries of a vector, row or matrix to a scalar.</summary>
    Reduction,

    /// <summary>max, min: of one vector or row, a scalar; of two or more scalars or arrays of one shape, entry by entry.</summary>
    Extremum,

    /// <summary>norm: a vector or row to a scalar (Euclidean).</summary>
    VectorToScalar,

    /// <summary>softmax: a vector or row to one of the same length.</summary>
    VectorToVector,

    /// <summary>tr, det: a square matrix to a scalar.</summary>
    SquareToScalar,

    /// <summary>inv: a square matrix to one of the same size.</summary>
    SquareToSquare,

    /// <summary>diag: a vector to the diagonal matrix, a square matrix to the vector of its diagonal.</summary>
    Diagonal,

    /// <summary>eye(n): one size, the identity matrix of that size. The argument is a <see cref="Expressions.Expression.SizeOf"/>.</summary>
    IdentityOfSize,

    /// <summary>ones(n), ones(n, m): one or two sizes, a vector or matrix of ones.</summary>
    OnesOfSize,

    /// <summary>onehot(i, n): an index counted from 1 and a size, the vector of that length with 1 at the index.</summary>
    OneHotOfSize,
}

/// <summary>
/// One built-in function as formulas may call it. What it computes stands elsewhere, under the same <paramref name="Name"/>.
/// dot() and transpose() are not here: the binder turns them into products and transposes.
/// </summary>
/// <param name="Name">The canonical name, which <see cref="Expressions.Expression.Call"/> carries.</param>
/// <param name="Spellings">Further names, without the canonical one.</param>
/// <param name="MostArguments">int.MaxValue where there is no limit.</param>
public sealed record FunctionSignature(
    string Name,
    ShapeRule Rule,
    int LeastArguments,
    int MostArguments,
    EquatableList<string> Spellings)
{
    private static readonly FunctionSignature[] Table =
    [
        Scalar("exp"),
        Scalar("ln", "log"),
        Scalar("log2", "log_2"),
        Scalar("log10", "log_10"),
        Scalar("sqrt"),
        Scalar("abs"),
        Scalar("sign", "sgn"),
        Scalar("sin"),
        Scalar("cos"),
        Scalar("tan"),
        Scalar("sec"),
        Scalar("csc", "cosec"),
        Scalar("cot"),
        Scalar("asin", "arcsin"),
        Scalar("acos", "arccos"),
        Scalar("atan", "arctan"),
        Scalar("sinh"),
        Scalar("cosh"),
        Scalar("tanh"),
        Scalar("sech"),
        Scalar("csch", "cosech"),
        Scalar("coth"),
        Scalar("asinh", "arcsinh", "arsinh"),
        Scalar("acosh", "arccosh", "arcosh"),
        Scalar("atanh", "arctanh", "artanh"),
        Scalar("sigmoid", "sigma", "s"),
        Scalar("relu", "ReLU"),
        Scalar("softplus"),
        Scalar("step"),
        new("max", ShapeRule.Extremum, 1, int.MaxValue, []),
        new("min", ShapeRule.Extremum, 1, int.MaxValue, []),
        new("sum", ShapeRule.Reduction, 1, 1, []),
        new("prod", ShapeRule.Reduction, 1, 1, ["product"]),
        new("norm", ShapeRule.VectorToScalar, 1, 1, []),
        new("softmax", ShapeRule.VectorToVector, 1, 1, []),
        new("tr", ShapeRule.SquareToScalar, 1, 1, ["trace"]),
        new("det", ShapeRule.SquareToScalar, 1, 1, []),
        new("inv", ShapeRule.SquareToSquare, 1, 1, ["inverse"]),
        new("diag", ShapeRule.Diagonal, 1, 1, []),
        new("eye", ShapeRule.IdentityOfSize, 1, 1, ["I"]),
        new("ones", ShapeRule.OnesOfSize, 1, 2, []),
        new("onehot", ShapeRule.OneHotOfSize, 2, 2, []),
    ];

    // Taken for variables they would turn floor(x) into a product.
    private static readonly HashSet<string> Foreign = new(
        ["floor", "ceil", "ceiling", "round", "trunc", "mod", "rem", "factorial", "binomial", "binom", "erf", "erfc", "lgamma", "cbrt", "lg", "atan2", "hypot"],
        StringComparer.Ordinal);

    private static readonly Dictionary<string, FunctionSignature> BySpelling = IndexSpellings();

    /// <summary>Every built-in function, in the order of the table.</summary>
    public static IReadOnlyList<FunctionSignature> All => Table;

    /// <summary>The function of a canonical name or further spelling; null where there is none.</summary>
    public static FunctionSignature? Find(string spelling) => BySpelling.GetValueOrDefault(spelling);

    /// <summary>Functions that mathematics has and formulas here have not.</summary>
    public static bool IsForeign(string name) => Foreign.Contains(name);

    /// <summary>Whether a name that nobody declared can be nothing but this function; s, sigma, step and max may well be variables.</summary>
    public static bool IsUnmistakable(string name) =>
        Find(name) is { Rule: ShapeRule.Entrywise } && name is not ("s" or "sigma" or "step" or "sign" or "relu");

    private static FunctionSignature Scalar(string name, params string[] spellings) =>
        new(name, ShapeRule.Entrywise, 1, 1, spellings.ToEquatableList());

    private static Dictionary<string, FunctionSignature> IndexSpellings()
    {
        var index = new Dictionary<string, FunctionSignature>(StringComparer.Ordinal);
        foreach (var signature in Table)
        {
            index.Add(signature.Name, signature);
            foreach (var spelling in signature.Spellings) index.Add(spelling, signature);
        }

        return index;
    }
}
