using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Proof;

/// <summary>Entries, rows and columns of vectors and matrices, and loops over them.</summary>
internal sealed partial class Proving
{
    private Form Entry(Expression.Entry entry, int depth)
    {
        var source = Of(entry.Source, depth);
        var indices = new Form[entry.Indices.Count];
        for (var k = 0; k < indices.Length; k++) indices[k] = Index(entry.Indices[k], k < entry.FirstIndices.Count ? entry.FirstIndices[k] : 1, depth);
        if (!source.IsKnown || Array.Exists(indices, index => !index.IsKnown)) return Form.Unknown;
        if (entry.Source.Shape is Shape.MatrixShape(var rows, var columns))
        {
            RequireWithin(rows, indices[0]);
            RequireWithin(columns, indices[1]);
        }
        else
        {
            RequireWithin(entry.Source.Shape is Shape.VectorShape(var length) ? length : ((Shape.RowShape)entry.Source.Shape).Length, indices[0]);
        }

        return EntryOf(source, indices);
    }

    private Form Line(string kind, Expression source, Expression index, int first, Shape shape, int depth)
    {
        var (form, place) = (Of(source, depth), Index(index, first, depth));
        if (!form.IsKnown || !place.IsKnown) return Form.Unknown;
        var matrix = (Shape.MatrixShape)source.Shape;
        RequireWithin(kind == "row" ? matrix.Rows : matrix.Columns, place);
        return Form.Of(new Atom.Opaque(kind, [form, place], shape));
    }

    /// <summary>Entries and rows are counted from 1 to the size.</summary>
    private void RequireWithin(Size size, Form place) => Require(Requirement.Defined, Form.Of(new Atom.Opaque("within", [Chains.Of(size), place], Shape.Scalar)));

    /// <summary>Counted from 1.</summary>
    private Form Index(Expression index, int first, int depth) => Of(index, depth).Plus(Form.Of(1 - first));

    private Form EntryOf(Form source, Form[] indices) => Chains.OfTerms(source, atom => EntryOf(atom, indices));

    private Form EntryOf(Atom atom, Form[] indices)
    {
        switch (atom)
        {
            case Atom.Opaque when Chains.IsOnes(atom):
                return Form.One;
            case Atom.Opaque { Kind: var kind, Operands: [var argument] } when kind.StartsWith("function ", StringComparison.Ordinal):
                var words = kind.Split(' ');
                return Entrywise(words[1], words[2][0] - '0', EntryOf(argument, indices), Shape.Scalar);
            case Atom.Opaque { Kind: var kind, Operands: [var argument] } when kind.StartsWith("generic ", StringComparison.Ordinal):
                return EntryOf(argument, indices) is { IsKnown: true } place ? Form.Of(new Atom.Opaque(kind, [place], Shape.Scalar)) : Form.Unknown;
            case Atom.Entrywise(var factors, _):
                var product = Form.One;
                foreach (var factor in factors) product = product.Times(EntryOf(factor, indices));
                return product;
            case Atom.Chain(var links, Shape.VectorShape) when links.Count > 1 && links[0].Of.Shape is Shape.MatrixShape:
                return Chains.Joined([RowOf(links[0], indices[0]), .. links.Skip(1)], Shape.Scalar);
            default:
                return Form.Of(new Atom.Opaque("entry", [Form.Of(atom), .. indices], Shape.Scalar));
        }
    }

    /// <summary>A row of a matrix, lying.</summary>
    private static Link RowOf(Link matrix, Form index)
    {
        var (rows, columns) = (Shape.MatrixShape)matrix.Of.Shape;
        return new(new Atom.Opaque(matrix.IsTransposed ? "column" : "row", [Form.Of(matrix.Of), index], new Shape.VectorShape(matrix.IsTransposed ? rows : columns)), true);
    }

    /// <summary>A sum over an index: term by term, what does not rest on the index drawn before it.</summary>
    private Form Repeated(Expression.Repeated repeated, int depth)
    {
        var (from, to) = (Of(repeated.From, depth), Of(repeated.To, depth));
        var index = new Atom.Name($"index {loops.Count}", false, Shape.Scalar);
        loops.AddRange([from, to]);
        names.Add((repeated.Index, Form.Of(index)));
        var body = Of(repeated.Body, depth);
        names.RemoveAt(names.Count - 1);
        loops.RemoveRange(loops.Count - 2, 2);
        if (!from.IsKnown || !to.IsKnown || !body.IsKnown) return Form.Unknown;
        if (!IsWhole(from) || !IsWhole(to)) Require(Requirement.Defined, Form.Of(new Atom.Opaque("range", [from, to], Shape.Scalar)));
        if (repeated.Operator == RepeatedOperator.Product || Dependence.IsOn(body.Over(Polynomial.One), index))
            return Form.Of(new Atom.Opaque($"{repeated.Operator} {loops.Count}", [from, to, body], repeated.Shape));
        var sum = Form.Zero;
        foreach (var (coefficient, monomial) in body.Numerator.Terms)
        {
            var (fixedPart, running) = (Monomial.One, Monomial.One);
            foreach (var (atom, exponent) in monomial.Factors)
            {
                var factor = Monomial.Of(atom, exponent);
                if (atom.IsScalar && !Dependence.IsOn(atom, index)) fixedPart = fixedPart.Times(factor);
                else running = running.Times(factor);
            }

            sum = sum.Plus(Times(Form.Of(coefficient, fixedPart), Loop(from, to, running, repeated.Shape)));
        }

        return sum.Times(body.Over(Polynomial.One));
    }

    /// <summary>Of whole numbers and sizes.</summary>
    private static bool IsWhole(Form end)
    {
        if (!end.IsPolynomial) return false;
        foreach (var (coefficient, monomial) in end.Numerator.Terms)
        {
            if (!coefficient.IsWhole || !(monomial.IsOne || (monomial.Factors is [(Atom.Name { Text: var name }, { IsOne: true })] && name.StartsWith("size ", StringComparison.Ordinal)))) return false;
        }

        return true;
    }

    private Form Loop(Form from, Form to, Monomial body, Shape shape)
    {
        var count = to.Minus(from).Plus(Form.One);
        // A size is not below 0; of other ends it is not known.
        if (body.IsOne && from.Equals(Form.One) && to.Numerator.Terms is [({ IsOne: true }, var size)] && size.Factors is [(Atom.Name { Text: var name }, { IsOne: true })]
            && name.StartsWith("size ", StringComparison.Ordinal)) return count;
        return Form.Of(new Atom.Opaque($"{RepeatedOperator.Sum} {loops.Count}", [from, to, Form.Of(Ratio.One, body)], shape));
    }
}
