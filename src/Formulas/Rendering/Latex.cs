using System.Diagnostics;
using System.Text;
using Formulas.Expressions;

namespace Formulas.Rendering;

/// <summary>
/// Expressions in LaTeX as students write it, such that reading the text again, in the scope the expression came from, gives an
/// equal expression.
/// </summary>
public static class Latex
{
    /// <param name="style">Of LaTeX.</param>
    public static string Print(Expression expression, NotationStyle style)
    {
        var printer = new Printer(style, new Abbreviations());
        printer.Write(expression);
        return printer.ToString();
    }

    private sealed class Printer(NotationStyle style, Abbreviations abbreviations)
    {
        private readonly LatexSigns signs = new(style);
        private readonly StringBuilder text = new();
        private readonly StringBuilder definitions = new();

        public override string ToString() => definitions.ToString() + text;

        public void Write(Expression expression)
        {
            switch (expression)
            {
                case Expression.Number number: text.Append(number.Text); break;
                case Expression.Constant { Which: MathConstant.Pi }: text.Append(@"\pi"); break;
                case Expression.Constant { Which: MathConstant.E }: text.Append('e'); break;
                case Expression.Reference reference: text.Append(signs.Name(reference.Name)); break;
                case Expression.SizeOf size: text.Append(size.Size.ToString()); break;
                case Expression.BoundIndex index: text.Append(index.Name); break;
                case Expression.LetReference reference: WriteReference(reference); break;
                case Expression.Entry entry: WriteEntry(entry); break;
                case Expression.RowOf row: Indexed(row.Source, () => WriteAll(row.Index, ",:")); break;
                case Expression.ColumnOf column: Indexed(column.Source, () => WriteAll(":,", column.Index)); break;
                case Expression.Negate negate: Prefix("-", negate.Operand); break;
                case Expression.Transpose transpose: Postfix(transpose.Operand, signs.Transpose); break;
                case Expression.Additive sum: Infix(sum.Left, BindingStrength.Sum, signs.Spaced(sum.Operator == AdditiveOperator.Add ? "+" : "-"), sum.Right, BindingStrength.Product); break;
                case Expression.Product product: WriteProduct(product); break;
                case Expression.Quotient quotient: WriteAll(@"\frac{", quotient.Left, "}{", quotient.Right, "}"); break;
                case Expression.Power power: WritePower(power); break;
                case Expression.Call call: WriteCall(call); break;
                case Expression.GenericCall call: Applied(signs.Name(call.Function) + Primes(call.DerivativeOrder), [call.Argument]); break;
                case Expression.MapCall call: Applied(signs.Name(call.Map), [call.Argument]); break;
                case Expression.Jacobian jacobian: Applied($"J_{{{signs.Name(jacobian.Map)}}}", [jacobian.Argument]); break;
                case Expression.Repeated repeated: WriteRepeated(repeated); break;
                case Expression.Cases cases: WriteCases(cases); break;
                case Expression.Comparison comparison: WriteComparison(comparison); break;
                case Expression.Logical logical: WriteLogical(logical); break;
                case Expression.Not not: Prefix(@"\lnot ", not.Operand); break;
                case Expression.Indicator indicator: WriteAll(@"\mathbb{1}[", indicator.Condition, "]"); break;
                case Expression.VectorLiteral vector: List("[", vector.Entries, "]"); break;
                case Expression.MatrixLiteral matrix: WriteMatrix(matrix); break;
                case Expression.Let let: WriteLet(let); break;
                default: throw new UnreachableException();
            }
        }

        private static string Primes(int order) => new('\'', order);

        private void AtLeast(Expression expression, BindingStrength place)
        {
            var bringsItsBrackets = expression is Expression.Comparison { Operator: ComparisonOperator.Equal };
            if (bringsItsBrackets || Strength(expression) >= place) Write(expression);
            else WriteAll(signs.Open, expression, signs.Close);
        }

        /// <summary>A name with a layer or an index above is bracketed before a power, like a power itself.</summary>
        private BindingStrength Strength(Expression expression) => expression switch
        {
            Expression.Reference reference when signs.Name(reference.Name).Contains('^', StringComparison.Ordinal) => BindingStrength.Power,
            Expression.Quotient => BindingStrength.Power,
            _ => Binding.Of(expression),
        };

        /// <summary>Pieces that are texts, and expressions that bring no brackets.</summary>
        private void WriteAll(params ReadOnlySpan<object> pieces)
        {
            foreach (var piece in pieces)
            {
                if (piece is Expression expression) Write(expression);
                else text.Append((string)piece);
            }
        }

        private void Applied(string function, IReadOnlyList<Expression> arguments) => List(function + signs.Open, arguments, signs.Close);

        private void List(string open, IReadOnlyList<Expression> items, string close)
        {
            text.Append(open);
            for (var at = 0; at < items.Count; at++)
            {
                if (at > 0) text.Append(", ");
                Write(items[at]);
            }

            text.Append(close);
        }

        private void WriteEntry(Expression.Entry entry)
        {
            if (entry.Source is Expression.Reference { Name: var name } && signs.IsIndexedBelow(name) && entry.Indices.All(IsSimple))
            {
                text.Append(signs.Name(name));
                List("_{", entry.Indices, "}");
            }
            else
            {
                Indexed(entry.Source, () => List("", entry.Indices, ""));
            }
        }

        /// <summary>Names and numbers; a two-digit number below could be two indices.</summary>
        private static bool IsSimple(Expression index) => index is Expression.BoundIndex or Expression.Reference or Expression.Number { Text.Length: 1 };

        private void Indexed(Expression source, Action indices)
        {
            if (source is Expression.Reference or Expression.LetReference) Write(source);
            else WriteAll(signs.Open, source, signs.Close);
            text.Append('[');
            indices();
            text.Append(']');
        }

        private void Prefix(string sign, Expression operand)
        {
            text.Append(sign);
            AtLeast(operand, BindingStrength.Power);
        }

        private void Postfix(Expression operand, string end)
        {
            AtLeast(operand, BindingStrength.Atom);
            text.Append(end);
        }

        private void Infix(Expression left, BindingStrength leftPlace, string sign, Expression right, BindingStrength rightPlace)
        {
            AtLeast(left, leftPlace);
            text.Append(sign);
            AtLeast(right, rightPlace);
        }

        private void WriteProduct(Expression.Product product)
        {
            // The body of a sum sign would swallow what follows.
            AtLeast(product.Left, Binding.EndsOpen(product.Left) ? BindingStrength.Power : BindingStrength.Product);
            var left = text.Length;
            AtLeast(product.Right, BindingStrength.Power);
            text.Insert(left, signs.Product(product, text[left], text[left - 1]));
            if (product is { Kind: ProductKind.Outer, Right.Shape: Shape.VectorShape }) text.Append(signs.Transpose);
        }

        private void WritePower(Expression.Power power)
        {
            AtLeast(power.Base, BindingStrength.Atom);
            if (power.Shape is Shape.VectorShape or Shape.RowShape) WriteAll(@"^{\odot ", power.Exponent, "}");
            // x^{T} would be a transpose.
            else if (power.Exponent is Expression.Reference { Name: "T" or "top" }) WriteAll("^{((", power.Exponent, "))}");
            else WriteAll("^{", power.Exponent, "}");
        }

        private void WriteCall(Expression.Call call)
        {
            switch (call)
            {
                case { Function: "sqrt", DerivativeOrder: 0, Arguments: [var argument] }:
                    WriteAll(@"\sqrt{", argument, "}");
                    break;
                case { Function: "abs", DerivativeOrder: 0, Arguments: [{ Shape: Shape.ScalarShape } argument] }:
                    WriteAll(@"\left|", argument, @"\right|");
                    break;
                case { Function: "norm", Arguments: [var argument] }:
                    WriteAll(@"\lVert ", argument, @"\rVert");
                    break;
                default:
                    Applied(signs.Function(call.Function) + Primes(call.DerivativeOrder), call.Arguments);
                    break;
            }
        }

        private void WriteRepeated(Expression.Repeated repeated)
        {
            text.Append(repeated.Operator == RepeatedOperator.Sum ? @"\sum_{" : @"\prod_{").Append(repeated.Index);
            WriteAll("=", repeated.From, "}^{", repeated.To, "} ");
            AtLeast(repeated.Body, BindingStrength.Product);
        }

        private void WriteCases(Expression.Cases cases)
        {
            text.Append(@"\begin{cases}");
            foreach (var branch in cases.Branches) WriteAll(" ", branch.Value, @" & \text{if } ", branch.Condition, @" \\");
            WriteAll(" ", cases.Otherwise, @" & \text{otherwise} \end{cases}");
        }

        private void WriteComparison(Expression.Comparison comparison)
        {
            var isEquation = comparison.Operator == ComparisonOperator.Equal;
            if (isEquation) text.Append(signs.Open);
            Infix(comparison.Left, BindingStrength.Sum, LatexSigns.Comparison(comparison.Operator), comparison.Right, BindingStrength.Sum);
            if (isEquation) text.Append(signs.Close);
        }

        private void WriteLogical(Expression.Logical logical)
        {
            var strength = Binding.Of(logical);
            Infix(logical.Left, strength, logical.Operator == LogicalOperator.And ? @" \land " : @" \lor ", logical.Right, strength + 1);
        }

        private void WriteMatrix(Expression.MatrixLiteral matrix)
        {
            var isPlain = matrix.Rows.Count > 1 && matrix.Rows[0].Count > 1;
            text.Append(isPlain ? @"\begin{bmatrix}" : "[");
            for (var row = 0; row < matrix.Rows.Count; row++)
            {
                if (row > 0) text.Append(isPlain ? @" \\" : ", ");
                if (!isPlain) List("[", matrix.Rows[row], "]");
                else
                {
                    for (var column = 0; column < matrix.Rows[row].Count; column++) WriteAll(column > 0 ? " & " : " ", matrix.Rows[row][column]);
                }
            }

            text.Append(isPlain ? @" \end{bmatrix}" : "]");
        }

        private void WriteReference(Expression.LetReference reference)
        {
            if (abbreviations.ValueOf(reference) is { } value) WriteAll(signs.Open, value, signs.Close);
            else text.Append(reference.Name);
        }

        private void WriteLet(Expression.Let let)
        {
            if (!abbreviations.Names(let))
            {
                Write(let.Body);
                return;
            }

            var value = new Printer(style, abbreviations);
            value.AtLeast(let.Value, BindingStrength.Or);
            definitions.Append(value.definitions).Append(let.Name).Append(" = ").Append(value.text).Append("; ");
            Write(let.Body);
        }
    }
}
