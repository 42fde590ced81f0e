using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Proof;

/// <summary>Products of vectors and matrices, term by term. Scalars among them, such as v^T w in u v^T w, are drawn before the rest.</summary>
internal static class Chains
{
    private const string OnesKind = "ones ";

    public static Atom Ones(Shape shape) => new Atom.Opaque(OnesKind + shape, [], shape);

    public static Form Of(Size size) => (size.Name is { } name ? Form.Of(new Atom.Name($"size {name}", false, Shape.Scalar)) : Form.Zero).Plus(Form.Of(size.Offset));

    public static bool IsOnes(Atom atom) => atom is Atom.Opaque { Kind: var kind } && kind.StartsWith(OnesKind, StringComparison.Ordinal);

    /// <param name="wanted">The shape of the result; scalars are their own transposes.</param>
    public static Form Transposed(Form form, Shape? wanted) => wanted is Shape.ScalarShape ? form : OfTerms(form, atom => Form.Of(Transposed(atom)));

    /// <summary>The product by matrix multiplication.</summary>
    public static Form Product(Form left, Form right, Shape shape) => OfPairs(left, right, (a, b) => Joined([.. Links(a), .. Links(b)], shape));

    /// <summary>The product entry by entry.</summary>
    public static Form Entrywise(Form left, Form right, Shape shape) => OfPairs(left, right, (a, b) => Form.Of(Entrywise([.. Factors(a), .. Factors(b)], shape)));

    /// <summary>The sum of all entries of a vector or row.</summary>
    public static Form Total(Form form, Shape shape) => OfTerms(form, atom => Total([.. Factors(shape is Shape.RowShape ? Transposed(atom) : atom)], atom.Shape));

    /// <summary>What a product of matrices is made of.</summary>
    public static IReadOnlyList<Link> Links(Atom atom) => atom is Atom.Chain(var links, _) ? links : [new(atom, false)];

    /// <summary>A product of matrices of which at least one is left.</summary>
    public static Form Joined(IReadOnlyList<Link> links, Shape shape)
    {
        var (scalars, rest, start) = (Form.One, new List<Link>(), 0);
        for (var end = 1; end <= links.Count; end++)
        {
            if (end < links.Count && !IsOne(Columns(links[end - 1]))) continue;
            if (IsOne(Rows(links[start])) && IsOne(Columns(links[end - 1]))) scalars = scalars.Times(Scalar([.. links.Skip(start).Take(end - start)]));
            else rest.AddRange(links.Skip(start).Take(end - start));
            start = end;
        }

        if (shape is Shape.ScalarShape) return rest.Count == 0 ? scalars : Form.Unknown;
        return rest.Count == 0 ? Form.Unknown : scalars.Times(Form.Of(Chain(rest, shape)));
    }

    /// <summary>A function of the one vector or matrix of each term.</summary>
    public static Form OfTerms(Form form, Func<Atom, Form> function)
    {
        if (!form.IsKnown) return form;
        var sum = Form.Zero;
        foreach (var (coefficient, monomial) in form.Numerator.Terms)
        {
            if (TensorOf(monomial) is not { } tensor) return Form.Unknown;
            sum = sum.Plus(function(tensor).Times(Form.Of(coefficient, monomial.Without(tensor))));
        }

        return sum.Times(form.Over(Polynomial.One));
    }

    private static Form OfPairs(Form left, Form right, Func<Atom, Atom, Form> product) =>
        OfTerms(left, a => OfTerms(Form.Of(right.Numerator), b => product(a, b))).Times(right.Over(Polynomial.One));

    private static Atom? TensorOf(Monomial monomial)
    {
        foreach (var (atom, exponent) in monomial.Factors)
        {
            if (!atom.IsScalar) return exponent.IsOne ? atom : null;
        }

        return null;
    }

    private static Atom Transposed(Atom atom) => Chain([.. Links(atom).Reverse().Select(link => link.Transposed)], atom.Shape switch
    {
        Shape.VectorShape(var length) => new Shape.RowShape(length),
        Shape.RowShape(var length) => new Shape.VectorShape(length),
        Shape.MatrixShape(var rows, var columns) => new Shape.MatrixShape(columns, rows),
        var shape => shape,
    });

    private static Atom Chain(List<Link> links, Shape shape) => links is [{ IsTransposed: false, Of: var atom }] ? atom : new Atom.Chain([.. links], shape);

    /// <summary>A product that is a scalar, read from the side that comes first by key: it is its own transpose.</summary>
    private static Form Scalar(List<Link> links)
    {
        if (links.Count == 1) return Form.Unknown;
        if (links.Count == 2 && Column(links[0].Transposed) is { } left && Column(links[1]) is { } right) return Total([.. Factors(left), .. Factors(right)], left.Shape);
        var reversed = links.AsEnumerable().Reverse().Select(link => link.Transposed).ToList();
        var isFirst = links.Zip(reversed, (a, b) => a.Key.CompareTo(b.Key)).FirstOrDefault(order => order != 0) <= 0;
        return Form.Of(new Atom.Chain([.. isFirst ? links : reversed], Shape.Scalar));
    }

    private static Atom? Column(Link link) => link is { IsTransposed: false, Of.Shape: Shape.VectorShape } ? link.Of
        : link is { IsTransposed: true, Of.Shape: Shape.RowShape } ? new Atom.Chain([link], new Shape.VectorShape(((Shape.RowShape)link.Of.Shape).Length)) : null;

    /// <summary>The sum over the entries of a product entry by entry, v . w among them.</summary>
    private static Form Total(List<Atom> factors, Shape shape) => factors.Count == 0
        ? Of(shape is Shape.VectorShape(var length) ? length : ((Shape.RowShape)shape).Length)
        : Form.Of(new Atom.Opaque("total", [.. Sorted(factors).Select(Form.Of)], Shape.Scalar));

    private static Atom Entrywise(List<Atom> factors, Shape shape) => factors.Count switch
    {
        0 => Ones(shape),
        1 => factors[0],
        _ => new Atom.Entrywise([.. Sorted(factors)], shape),
    };

    private static IReadOnlyList<Atom> Factors(Atom atom) => IsOnes(atom) ? [] : atom is Atom.Entrywise(var factors, _) ? factors : [atom];

    private static List<Atom> Sorted(List<Atom> factors)
    {
        factors.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        return factors;
    }

    private static bool IsOne(Size size) => size == Size.Literal(1);

    private static Size Rows(Link link) => link.IsTransposed ? Columns(link.Of.Shape) : Rows(link.Of.Shape);

    private static Size Columns(Link link) => link.IsTransposed ? Rows(link.Of.Shape) : Columns(link.Of.Shape);

    private static Size Rows(Shape shape) => shape switch
    {
        Shape.VectorShape(var length) => length,
        Shape.MatrixShape(var rows, _) => rows,
        _ => Size.Literal(1),
    };

    private static Size Columns(Shape shape) => shape switch
    {
        Shape.RowShape(var length) => length,
        Shape.MatrixShape(_, var columns) => columns,
        _ => Size.Literal(1),
    };
}
