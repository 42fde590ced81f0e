using System.Diagnostics;
using System.Text;
using Formulas.Expressions;

namespace Formulas.Rendering;

/// <summary>
/// Expressions in calculator notation, such that reading the text again, in the scope the expression came from, gives an equal expression.
/// </summary>
public static class Calculator
{
    public static string Print(Expression expression) => Print(expression, NotationStyle.Plain);

    /// <param name="style">Of calculator notation, in ASCII or Unicode.</param>
    public static string Print(Expression expression, NotationStyle style)
    {
        var printer = new Printer(style, new Abbreviations());
        printer.Write(expression);
        return printer.ToString();
    }

    private sealed class Printer(NotationStyle style, Abbreviations abbreviations)
    {
        private readonly CalculatorSigns signs = new(style);
        private readonly StringBuilder text = new();
        private readonly StringBuilder definitions = new();

        public override string ToString() => definitions.ToString() + text;

        public void Write(Expression expression)
        {
            switch (expression)
            {
                case Expression.Number number: text.Append(number.Text); break;
                case Expression.Constant { Which: MathConstant.Pi }: text.Append(signs.Pi); break;
                case Expression.Constant { Which: MathConstant.E }: text.Append('e'); break;
                case Expression.Reference reference: text.Append(signs.Name(reference.Name)); break;
                case Expression.SizeOf size: text.Append(size.Size.ToString()); break;
                case Expression.BoundIndex index: text.Append(index.Name); break;
                case Expression.LetReference reference: WriteReference(reference); break;
                case Expression.Entry entry: Indexed(entry.Source, () => List(entry.Indices)); break;
                case Expression.RowOf row: Indexed(row.Source, () => Then(row.Index, ",:")); break;
                case Expression.ColumnOf column: Indexed(column.Source, () => After(":,", column.Index)); break;
                case Expression.Negate negate: Prefix(signs.Minus, negate.Operand); break;
                case Expression.Transpose transpose: Postfix(transpose.Operand, signs.Transpose); break;
                case Expression.Additive sum: WriteAdditive(sum); break;
                case Expression.Product product: WriteProduct(product); break;
                case Expression.Quotient quotient: Infix(quotient.Left, BindingStrength.Product, signs.Spaced("/"), quotient.Right, BindingStrength.Power); break;
                case Expression.Power power: WritePower(power); break;
                case Expression.Call call: Applied(signs.Function(call.Function) + Primes(call.DerivativeOrder), () => List(call.Arguments)); break;
                case Expression.GenericCall call: Applied(signs.Name(call.Function) + Primes(call.DerivativeOrder), () => Write(call.Argument)); break;
                case Expression.MapCall call: Applied(signs.Name(call.Map), () => Write(call.Argument)); break;
                case Expression.Jacobian jacobian: Applied("J_" + jacobian.Map, () => Write(jacobian.Argument)); break;
                case Expression.Repeated repeated: WriteRepeated(repeated); break;
                case Expression.Cases cases: WriteCases(cases); break;
                case Expression.Comparison comparison: WriteComparison(comparison); break;
                case Expression.Logical logical: WriteLogical(logical); break;
                case Expression.Not not: Prefix("not ", not.Operand); break;
                case Expression.Indicator indicator: Between("1[", () => Write(indicator.Condition), "]"); break;
                case Expression.VectorLiteral vector: Between("[", () => List(vector.Entries), "]"); break;
                case Expression.MatrixLiteral matrix: WriteMatrix(matrix); break;
                case Expression.Let let: WriteLet(let); break;
                default: throw new UnreachableException();
            }
        }

        private static string Primes(int order) => new('\'', order);

        private void AtLeast(Expression expression, BindingStrength place)
        {
            var bringsItsBrackets = expression is Expression.Comparison { Operator: ComparisonOperator.Equal };
            if (bringsItsBrackets || Binding.Of(expression) >= place) Write(expression);
            else Between("(", () => Write(expression), ")");
        }

        private void Between(string open, Action content, string close)
        {
            text.Append(open);
            content();
            text.Append(close);
        }

        private void Applied(string function, Action arguments) => Between(function + "(", arguments, ")");

        private void Indexed(Expression source, Action indices)
        {
            // W[i,:][j] would be one list of three indices.
            if (source is Expression.Reference or Expression.LetReference) Write(source);
            else Between("(", () => Write(source), ")");
            Between("[", indices, "]");
        }

        private void Then(Expression expression, string end)
        {
            Write(expression);
            text.Append(end);
        }

        private void After(string start, Expression expression)
        {
            text.Append(start);
            Write(expression);
        }

        // A sign before anything but a power or an atom is bracketed: -(a b) and (-a) b are different trees.
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

        private void List(IReadOnlyList<Expression> items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                if (i > 0) text.Append(", ");
                Write(items[i]);
            }
        }

        private void WriteAdditive(Expression.Additive sum) => Infix(
            sum.Left, BindingStrength.Sum, signs.Spaced(sum.Operator == AdditiveOperator.Add ? "+" : signs.Minus), sum.Right, BindingStrength.Product);

        private void WriteProduct(Expression.Product product)
        {
            AtLeast(product.Left, BindingStrength.Product);
            var left = text.Length;
            AtLeast(product.Right, BindingStrength.Power);
            text.Insert(left, signs.Product(product, text[left], text[left - 1]));
            if (product is { Kind: ProductKind.Outer, Right.Shape: Shape.VectorShape }) text.Append("^T");
        }

        private void WritePower(Expression.Power power)
        {
            AtLeast(power.Base, BindingStrength.Atom);
            text.Append(power.Shape is Shape.VectorShape or Shape.RowShape ? ".^" : signs.Power);
            AtLeast(power.Exponent, BindingStrength.Atom);
        }

        private void WriteRepeated(Expression.Repeated repeated) => Applied(
            repeated.Operator == RepeatedOperator.Sum ? "sum" : "prod",
            () =>
            {
                text.Append(repeated.Index).Append(", ");
                List([repeated.From, repeated.To, repeated.Body]);
            });

        private void WriteCases(Expression.Cases cases) => Applied("cases", () =>
        {
            foreach (var branch in cases.Branches)
            {
                Write(branch.Condition);
                text.Append(": ");
                Write(branch.Value);
                text.Append(", ");
            }

            text.Append("else: ");
            Write(cases.Otherwise);
        });

        private void WriteComparison(Expression.Comparison comparison)
        {
            var sign = signs.Spaced(signs.Comparison(comparison.Operator));
            // "z = 1 or ..." would begin like an abbreviation; in brackets it is a comparison wherever it stands.
            void Compare() => Infix(comparison.Left, BindingStrength.Sum, sign, comparison.Right, BindingStrength.Sum);
            if (comparison.Operator == ComparisonOperator.Equal) Between("(", Compare, ")");
            else Compare();
        }

        private void WriteLogical(Expression.Logical logical)
        {
            var strength = Binding.Of(logical);
            Infix(logical.Left, strength, logical.Operator == LogicalOperator.And ? " and " : " or ", logical.Right, strength + 1);
        }

        private void WriteMatrix(Expression.MatrixLiteral matrix) => Between(
            "[",
            () =>
            {
                for (var i = 0; i < matrix.Rows.Count; i++)
                {
                    if (i > 0) text.Append(", ");
                    Between("[", () => List(matrix.Rows[i]), "]");
                }
            },
            "]");

        private void WriteReference(Expression.LetReference reference)
        {
            if (abbreviations.ValueOf(reference) is { } value) Between("(", () => Write(value), ")");
            else text.Append(reference.Name);
        }

        // Wherever it stands in the tree, an abbreviation is written before the answer; the reader moves it to where it is used.
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
