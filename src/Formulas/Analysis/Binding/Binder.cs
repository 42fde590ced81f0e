using System.Diagnostics;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Analysis.Binding;

/// <summary>
/// Resolves names and checks shapes: from what was written to what it means. Each syntax node has one rule here;
/// the first thing that does not fit ends the reading.
/// </summary>
internal sealed partial class Binder
{
    private readonly string text;
    private readonly Vocabulary vocabulary;
    private readonly List<Diagnostic> notes = [];
    private Size? sizeOfBareIdentity;
    private int height;

    /// <summary>
    /// Whether a sum of entries is open: in sum((x - m)^2) the power of a vector can only be that of its entries, which for the square
    /// is its length too.
    /// </summary>
    private bool powersAreOfEntries;

    private Binder(string text, Document document, Vocabulary vocabulary, bool rowsAreRows)
    {
        this.text = text;
        this.vocabulary = vocabulary;
        this.rowsAreRows = rowsAreRows;
        frame = outermost;
        foreach (var definition in document.Definitions) definitions.Add(definition.Name, definition);
    }

    /// <exception cref="Refusal">A name is unknown or shapes do not fit.</exception>
    public static Reading<Expression> Bind(string text, Document document, Vocabulary vocabulary)
    {
        var (binder, body, column) = BindWithRows(text, document, vocabulary);
        return new Reading<Expression>.Success(body, binder.notes.ToEquatableList())
        {
            EarlierSteps = document.Steps.Count == 0 ? [] : BindSteps(text, document, vocabulary),
            Entry = document.Entry,
            AsColumn = column,
        };
    }

    /// <summary>Steps that cannot be worked out are passed over.</summary>
    private static EquatableList<EarlierStep<Expression>> BindSteps(string text, Document document, Vocabulary vocabulary)
    {
        var steps = new List<EarlierStep<Expression>>();
        foreach (var step in document.Steps)
        {
            var binder = new Binder(text, document, vocabulary, rowsAreRows: false);
            try
            {
                var body = binder.Bind(step);
                steps.Add(new EarlierStep<Expression>(binder.outermost.Wrap(body), binder.Slice(step.Span)));
            }
            catch (Refusal)
            {
                continue;
            }
        }

        return steps.ToEquatableList();
    }

    /// <summary>Abbreviations inside abbreviations can make a tree taller than any that was written, so height is bounded here once more.</summary>
    private Expression Bind(Syntax syntax)
    {
        if (++height > Parser.HeightLimit) throw new Refusal(Messages.TooTall(Parser.HeightLimit, syntax.Span));
        var expression = BindNode(syntax);
        height--;
        return expression;
    }

    private Expression BindNode(Syntax syntax) => syntax switch
    {
        Syntax.Number number => BindNumber(number),
        Syntax.Name name => BindName(name),
        Syntax.Subscripted subscripted => BindSubscripted(subscripted),
        Syntax.Negated negated => new Expression.Negate(BindNumeric(negated.Operand).Value),
        Syntax.Transposed transposed => BindTransposed(transposed),
        Syntax.Binary binary => BindBinary(binary),
        Syntax.Called called => BindCalled(called),
        Syntax.Absolute absolute => BindAbsolute(absolute),
        Syntax.Repeated repeated => BindRepeated(repeated),
        Syntax.Conditional conditional => BindConditional(conditional),
        Syntax.Compared compared => BindCompared(compared),
        Syntax.Combined combined => new Expression.Logical(combined.Operator, BindCondition(combined.Left), BindCondition(combined.Right)),
        Syntax.Denied denied => new Expression.Not(BindCondition(denied.Operand)),
        Syntax.Indicated indicated => new Expression.Indicator(BindCondition(indicated.Condition)),
        Syntax.Listed listed => BindListed(listed),
        Syntax.WholeAxis whole => throw new Refusal(Messages.StrayColon(whole.Span)),
        _ => throw new UnreachableException(),
    };

    /// <summary>What a formula reckons with: a condition in brackets counts as 1 where it holds and as 0 elsewhere.</summary>
    private Operand BindOperand(Syntax syntax)
    {
        var value = Bind(syntax);
        if (value.Shape is Shape.TruthShape && IsBracketed(syntax)) value = new Expression.Indicator(value);
        return AsRow(new(value, Slice(syntax.Span), syntax.Span, IsWrittenRow(syntax, value)));
    }

    private bool IsBracketed(Syntax syntax) => text.AsSpan(syntax.Span.Start) is ['(' or '[', ..] or ['\\', 'l', 'e', 'f', 't', ..] or ['\\', 'b' or 'B', 'i', 'g', ..];

    private Operand BindWhole(Syntax syntax) => new(Bind(syntax), Slice(syntax.Span), syntax.Span);

    private Operand BindNumeric(Syntax syntax)
    {
        var operand = BindOperand(syntax);
        Arithmetic.RequireNumbers(operand);
        return operand;
    }

    private Expression BindScalar(Syntax syntax)
    {
        var operand = BindNumeric(syntax);
        return operand.IsScalar ? operand.Value : throw new Refusal(Messages.NumberNeeded(operand.Described, operand.Span));
    }

    private string Slice(SourceSpan span) => text.Substring(span.Start, span.Length);

    private Expression.Number BindNumber(Syntax.Number number)
    {
        if (!double.IsFinite(number.Value)) throw new Refusal(Messages.NotFinite(number.Text, number.Span));
        if (vocabulary.Declares("e") && number.Text.Contains('e', StringComparison.OrdinalIgnoreCase)) Note(Messages.ExponentBesideE(number.Text, number.Span));
        return new Expression.Number(number.Value, number.Text);
    }

    private void Note(Diagnostic note)
    {
        foreach (var earlier in notes)
        {
            if (earlier.Code == note.Code && earlier.Message == note.Message) return;
        }

        notes.Add(note);
    }

    private Expression BindTransposed(Syntax.Transposed transposed)
    {
        var operand = BindNumeric(transposed.Operand);
        if (operand is { Value: Expression.Transpose { Operand: Expression.RowOf row } } && rowsAreRows) return row;
        return operand.Shape switch
        {
            Shape.ScalarShape when transposed.ByPrime => throw new Refusal(Messages.PrimeOnNumber(operand.Text, transposed.Span)),
            Shape.ScalarShape => operand.Value,
            _ => Transposed(operand.Value),
        };
    }

    private static Expression.Transpose Transposed(Expression operand) => new(operand, operand.Shape switch
    {
        Shape.VectorShape v => new Shape.RowShape(v.Length),
        Shape.RowShape v => new Shape.VectorShape(v.Length),
        Shape.MatrixShape m => new Shape.MatrixShape(m.Columns, m.Rows),
        _ => throw new UnreachableException(),
    });

    private Expression BindBinary(Syntax.Binary binary)
    {
        if (binary is { Operator: BinaryOperator.Power, Left: Syntax.Name { Text: "e" } } && IsVectorE())
        {
            var exponent = BindNumeric(binary.Right);
            return new Expression.Call("exp", 0, [exponent.Value], exponent.Shape);
        }

        if (IsChain(binary)) return BindChain(binary);
        if (binary.Operator == BinaryOperator.Power && BindLayerEntry(binary) is { } entry) return entry;
        var (left, right) = BindBoth(binary);
        return binary.Operator switch
        {
            BinaryOperator.Add => Arithmetic.Add(AdditiveOperator.Add, left, right, binary.Span),
            BinaryOperator.Subtract => Arithmetic.Add(AdditiveOperator.Subtract, left, right, binary.Span),
            BinaryOperator.Divide => Arithmetic.Divide(left, right, binary.Span),
            BinaryOperator.Power when powersAreOfEntries && left.Shape is Shape.VectorShape or Shape.RowShape => Arithmetic.EntrywisePower(left, right, binary.Span),
            BinaryOperator.Power => Arithmetic.Power(left, right, binary.Span),
            BinaryOperator.EntrywisePower => Arithmetic.EntrywisePower(left, right, binary.Span),
            _ => Products.Join(binary.Operator, left, right, binary.Span),
        };
    }

    /// <summary>Where the exercise has a vector e, e^z is Euler's number's power all the same, for vectors have none.</summary>
    private bool IsVectorE() => local?.Find("e") is null && !IsVisible("e") && vocabulary.Find("e") is { Shape: Shape.VectorShape };

    /// <summary>A bare I takes its size from what it is added to or multiplied with.</summary>
    private (Operand Left, Operand Right) BindBoth(Syntax.Binary binary)
    {
        if (HasBareIdentity(binary.Left))
        {
            var right = BindOperand(binary.Right);
            sizeOfBareIdentity = (right.Shape as Shape.MatrixShape)?.Rows ?? LengthOf(right.Shape) ?? sizeOfBareIdentity;
            return (BindOperand(binary.Left), right);
        }

        if (HasBareOnes(binary.Left) || HasBareOnes(binary.Right)) return BindBesideOnes(binary);
        var left = BindOperand(binary.Left);
        if (HasBareIdentity(binary.Right)) sizeOfBareIdentity = (left.Shape as Shape.MatrixShape)?.Columns ?? LengthOf(left.Shape) ?? sizeOfBareIdentity;
        return (left, BindOperand(binary.Right));
    }

    private static Size? LengthOf(Shape shape) => shape switch
    {
        Shape.VectorShape v => v.Length,
        Shape.RowShape v => v.Length,
        _ => null,
    };

    private bool HasBareIdentity(Syntax syntax) => syntax switch
    {
        Syntax.Name { Text: "I" } => !vocabulary.Declares("I") && !definitions.ContainsKey("I"),
        Syntax.Binary { Operator: BinaryOperator.Times or BinaryOperator.ProgramTimes or BinaryOperator.Juxtaposed or BinaryOperator.Divide } product => HasBareIdentity(product.Left) || HasBareIdentity(product.Right),
        Syntax.Negated negated => HasBareIdentity(negated.Operand),
        _ => false,
    };

    private Expression.Call BindAbsolute(Syntax.Absolute absolute)
    {
        var operand = BindNumeric(absolute.Operand);
        return operand.IsScalar
            ? new Expression.Call("abs", 0, [operand.Value], Shape.Scalar)
            : throw new Refusal(Messages.AmbiguousBars(operand.Described, operand.Text, absolute.Span));
    }

    private Expression BindListed(Syntax.Listed listed)
    {
        if (listed.Items[0] is not Syntax.Listed)
        {
            var entries = new List<Expression>();
            foreach (var item in listed.Items) entries.Add(BindScalar(item));
            return new Expression.VectorLiteral(entries.ToEquatableList(), new Shape.VectorShape(Size.Literal(entries.Count)));
        }

        var rows = new List<EquatableList<Expression>>();
        foreach (var item in listed.Items)
        {
            var row = item is Syntax.Listed inner ? inner.Items : [item];
            if (rows.Count > 0 && row.Count != rows[0].Count) throw new Refusal(Messages.RaggedMatrix(rows[0].Count, row.Count, item.Span));
            var entries = new List<Expression>();
            foreach (var entry in row) entries.Add(BindScalar(entry));
            rows.Add(entries.ToEquatableList());
        }

        return new Expression.MatrixLiteral(rows.ToEquatableList(), new Shape.MatrixShape(Size.Literal(rows.Count), Size.Literal(rows[0].Count)));
    }
}
