using System.Diagnostics;
using Formulas.Expressions;

namespace Formulas.Rendering;

/// <summary>One expression written as MathML. Brackets stand where the tree needs them, and nowhere else.</summary>
internal sealed partial class ExpressionMarkup
{
    private readonly MarkupWriter writer;
    private readonly Scope? scope;
    private readonly List<string> abbreviations;
    private readonly NameMarkup names;

    private ExpressionMarkup(MarkupWriter writer, Scope? scope, List<string> abbreviations)
    {
        this.writer = writer;
        this.scope = scope;
        this.abbreviations = abbreviations;
        names = new NameMarkup(writer, scope);
    }

    /// <summary>The expression in a row, or under its abbreviations, each on a line of its own.</summary>
    public static void WriteAll(MarkupWriter writer, Expression expression, Scope? scope)
    {
        var abbreviations = new List<string>();
        var markup = new ExpressionMarkup(writer, scope, abbreviations);
        writer.UnderLines(() => markup.Write(expression), abbreviations);
    }

    private void Write(Expression expression) => Write(expression, leading: true);

    /// <param name="leading">Whether nothing stands before it in its row: only there may a product begin with a bare minus.</param>
    private void Write(Expression expression, bool leading)
    {
        switch (expression)
        {
            case Expression.Number number: NumberMarkup.WriteLiteral(writer, number.Text); break;
            case Expression.Constant constant: WriteConstant(constant.Which); break;
            case Expression.Reference reference: names.Write(reference.Name, reference.Shape); break;
            case Expression.SizeOf size: names.WriteSize(size.Size); break;
            case Expression.BoundIndex index: names.Write(index.Name, index.Shape); break;
            case Expression.LetReference reference: names.Write(reference.Name, reference.Shape); break;
            case Expression.Entry entry: WriteEntry(entry); break;
            case Expression.RowOf row: WriteRowOf(row); break;
            case Expression.ColumnOf column: WriteColumnOf(column); break;
            case Expression.Negate negate: WritePrefix("−", negate.Operand, BindingStrength.Product); break;
            case Expression.Transpose transpose: WriteTranspose(transpose.Operand); break;
            case Expression.Additive sum: WriteAdditive(sum, leading); break;
            case Expression.Product product: WriteProduct(product, leading); break;
            case Expression.Quotient quotient: WriteQuotient(quotient); break;
            case Expression.Power power: WritePower(power); break;
            case Expression.Call call: new CallMarkup(writer, Write, WriteAtLeast).Write(call); break;
            case Expression.GenericCall call: WriteApplied(call.Function, call.DerivativeOrder, call.Argument); break;
            case Expression.MapCall call: WriteApplied(call.Map, 0, call.Argument); break;
            case Expression.Jacobian jacobian: WriteJacobian(jacobian); break;
            case Expression.Repeated repeated: WriteRepeated(repeated); break;
            case Expression.Cases cases: WriteCases(cases); break;
            case Expression.Comparison comparison: WriteComparison(comparison); break;
            case Expression.Logical logical: WriteLogical(logical); break;
            case Expression.Not not: WritePrefix("¬", not.Operand, BindingStrength.Atom); break;
            case Expression.Indicator indicator: WriteIndicator(indicator.Condition); break;
            case Expression.VectorLiteral vector: WriteVector(vector); break;
            case Expression.MatrixLiteral matrix: WriteMatrix(matrix); break;
            case Expression.Let let: WriteAbbreviation(let); break;
            default: throw new UnreachableException();
        }
    }

    /// <summary>Writes the expression, in brackets where it binds more weakly than its place allows.</summary>
    private void WriteAtLeast(Expression expression, BindingStrength place) => WriteAtLeast(expression, place, leading: false);

    private void WriteAtLeast(Expression expression, BindingStrength place, bool leading)
    {
        var isLeadingMinus = leading && place == BindingStrength.Product && expression is Expression.Negate;
        if (isLeadingMinus || Binding.Of(expression) >= place) Write(expression, leading);
        else WriteBracketed(expression);
    }

    private void WriteBracketed(Expression expression) => writer.Bracketed(() => Write(expression));

    private void WriteConstant(MathConstant which)
    {
        switch (which)
        {
            case MathConstant.Pi: writer.Identifier("π"); break;
            case MathConstant.E: writer.Identifier("e", MarkupWriter.Upright); break;
            default: throw new UnreachableException();
        }
    }

    private void WriteEntry(Expression.Entry entry)
    {
        if (entry.Source is Expression.Reference reference)
            names.Write(reference.Name, Shape.Scalar, () => WriteIndices(entry.Indices));
        else if (entry.Source is Expression.RowOf { Source: Expression.Reference row } rowOf)
            names.Write(row.Name, Shape.Scalar, () => WriteIndices([rowOf.Index, .. entry.Indices]));
        else
            writer.Subscript(() => WriteAtLeast(entry.Source, BindingStrength.Atom), () => WriteIndices(entry.Indices));
    }

    private void WriteIndices(IReadOnlyList<Expression> indices)
    {
        // i j stand side by side in print; anything longer needs the comma (W_{i+1,j}, x_{12} against x_{1,2}).
        var separator = indices.All(index => index is Expression.Reference or Expression.BoundIndex) ? "" : ",";
        for (var i = 0; i < indices.Count; i++)
        {
            if (i > 0 && separator.Length > 0) writer.Operator(separator, " separator=\"true\"");
            Write(indices[i]);
        }
    }

    private void WriteRowOf(Expression.RowOf row)
    {
        if (row.Source is Expression.Reference reference && names.TryWriteRow(reference.Name, () => Write(row.Index))) return;
        WriteIndexed(row.Source, () => Write(row.Index), () => writer.Operator(":"));
    }

    private void WriteColumnOf(Expression.ColumnOf column) => WriteIndexed(column.Source, () => writer.Operator(":"), () => Write(column.Index));

    private void WriteIndexed(Expression source, Action first, Action second)
    {
        void Both()
        {
            first();
            writer.Operator(",", " separator=\"true\"");
            second();
        }

        if (source is Expression.Reference reference) names.Write(reference.Name, reference.Shape, Both);
        else writer.Subscript(() => WriteAtLeast(source, BindingStrength.Atom), Both);
    }

    private void WritePrefix(string sign, Expression operand, BindingStrength place)
    {
        writer.Operator(sign, " form=\"prefix\"");
        WriteAtLeast(operand, place);
    }

    private void WriteTranspose(Expression operand) =>
        writer.Superscript(() => WriteAtLeast(operand, BindingStrength.Atom), () => writer.Operator("⊤"));

    private void WriteAdditive(Expression.Additive sum, bool leading)
    {
        WriteAtLeast(sum.Left, BindingStrength.Sum, leading);
        writer.Operator(sum.Operator == AdditiveOperator.Add ? "+" : "−", " form=\"infix\"");
        WriteAtLeast(sum.Right, BindingStrength.Product);
    }

    private void WriteProduct(Expression.Product product, bool leading)
    {
        var left = product.Left;
        if (Binding.EndsOpen(left)) WriteBracketed(left);
        else WriteAtLeast(left, BindingStrength.Product, leading);

        WriteTimes(product);

        // A product on the right was bracketed by its author; a sum sign there needs no bracket.
        if (product is { Kind: ProductKind.Outer, Right.Shape: Shape.VectorShape }) WriteTranspose(product.Right);
        else if (product.Right is Expression.Repeated or Expression.Quotient) Write(product.Right, leading: false);
        else WriteAtLeast(product.Right, BindingStrength.Power);
    }

    private void WriteTimes(Expression.Product product)
    {
        switch (product.Kind)
        {
            case ProductKind.Inner: writer.Operator("⋅"); break;
            case ProductKind.Entrywise: writer.Operator("⊙"); break;
            case ProductKind.Scale or ProductKind.Matrix or ProductKind.Outer:
                if (StartsWithDigit(product.Right)) writer.Operator("⋅");
                else writer.InvisibleOperator(MarkupWriter.InvisibleTimes);
                // The letters of a and relu would run into each other.
                if (EndsInName(product.Left) && StartsWithFunction(product.Right)) writer.ThinSpace();
                break;
            default: throw new UnreachableException();
        }
    }

    private static bool EndsInName(Expression expression) => expression switch
    {
        Expression.Reference or Expression.LetReference or Expression.BoundIndex or Expression.Constant => true,
        Expression.Entry { Source: Expression.Reference } => true,
        Expression.Negate negate => EndsInName(negate.Operand),
        Expression.Product product => EndsInName(product.Right),
        _ => false,
    };

    private static bool StartsWithFunction(Expression expression) => expression switch
    {
        Expression.Call or Expression.GenericCall or Expression.MapCall => true,
        Expression.Power power => StartsWithFunction(power.Base),
        Expression.Product product => StartsWithFunction(product.Left),
        _ => false,
    };

    private static bool StartsWithDigit(Expression expression) => expression switch
    {
        Expression.Number => true,
        Expression.Power power => StartsWithDigit(power.Base),
        Expression.Product product => StartsWithDigit(product.Left),
        Expression.Quotient => true,
        _ => false,
    };

    private void WriteQuotient(Expression.Quotient quotient)
    {
        if (quotient.Right.Shape is Shape.ScalarShape)
        {
            writer.Element("mfrac", () =>
            {
                writer.Row(() => Write(quotient.Left));
                writer.Row(() => Write(quotient.Right));
            });
            return;
        }

        WriteAtLeast(quotient.Left, BindingStrength.Power);
        writer.Operator("⊘");
        WriteAtLeast(quotient.Right, BindingStrength.Power);
    }

    private void WritePower(Expression.Power power) => writer.Superscript(
        () => WriteAtLeast(power.Base, BindingStrength.Atom), () => Write(power.Exponent), power.Shape is Shape.VectorShape or Shape.RowShape);

    private void WriteApplied(string function, int derivativeOrder, Expression argument)
    {
        names.WriteFunction(function, derivativeOrder);
        writer.InvisibleOperator(MarkupWriter.ApplyFunction);
        WriteBracketed(argument);
    }

    private void WriteJacobian(Expression.Jacobian jacobian)
    {
        names.WriteJacobian(jacobian.Map);
        writer.InvisibleOperator(MarkupWriter.ApplyFunction);
        WriteBracketed(jacobian.Argument);
    }

    private void WriteRepeated(Expression.Repeated repeated)
    {
        writer.Element("munderover", () =>
        {
            writer.Operator(repeated.Operator == RepeatedOperator.Sum ? "∑" : "∏", " largeop=\"true\" movablelimits=\"false\"");
            writer.Row(() =>
            {
                names.Write(repeated.Index, Shape.Scalar);
                writer.Operator("=", MarkupWriter.Tight);
                Write(repeated.From);
            });
            writer.Row(() => Write(repeated.To));
        });
        WriteAtLeast(repeated.Body, BindingStrength.Product);
    }

    private void WriteVector(Expression.VectorLiteral vector) => writer.Fenced("[", () => WriteList(vector.Entries), "]");

    private void WriteList(IReadOnlyList<Expression> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (i > 0) writer.Operator(",", " separator=\"true\"");
            Write(entries[i]);
        }
    }

    private void WriteMatrix(Expression.MatrixLiteral matrix) => writer.Fenced(
        "[",
        () => writer.Table(matrix.Rows.Select(row => row.Select(entry => (Action)(() => Write(entry))))),
        "]");

    // Wherever it stands in the tree, an abbreviation is shown before the answer, as its author wrote it.
    private void WriteAbbreviation(Expression.Let let)
    {
        var line = MarkupWriter.Piece(piece => new ExpressionMarkup(piece, scope, abbreviations).WriteDefinition(let.Name, let.Value));
        abbreviations.Add(line);
        Write(let.Body);
    }

    private void WriteDefinition(string name, Expression value)
    {
        names.Write(name, value.Shape);
        writer.Operator("=");
        Write(value);
    }
}
