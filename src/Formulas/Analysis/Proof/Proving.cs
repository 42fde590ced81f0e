using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Proof;

/// <summary>
/// Brings one formula to a <see cref="Form"/> and collects what must hold for it to have a value. Only laws that hold for all real numbers
/// are used, so that what is proven needs no points.
/// </summary>
internal sealed partial class Proving(Scope scope)
{
    /// <summary>What a formula may cost, in products of terms.</summary>
    private const int MostSteps = 4000;

    private const int Deepest = 200;

    private const int LargestPower = 16;

    private readonly List<(string Name, Form Form)> names = [];
    private readonly List<Form> loops = [];
    private int steps;

    /// <summary>How many branches enclose the present one, which is evaluated now and then only.</summary>
    private int branches;

    /// <summary>All must hold for the formula to have a value for sure.</summary>
    public List<Condition> Needed { get; } = [];

    /// <summary>All hold wherever the formula has a value.</summary>
    public List<Condition> Implied { get; } = [];

    public Form Of(Expression formula, int depth = 0)
    {
        if (depth > Deepest || ++steps > MostSteps) return Form.Unknown;
        depth++;
        return formula switch
        {
            Expression.Number number => Form.Of(Ratio.Of(number.Text)),
            Expression.Constant { Which: MathConstant.Pi } => Form.Of(Angles.Pi),
            Expression.Constant => Exponentials.Of(Form.One),
            Expression.Reference { Shape: Shape.TruthShape } reference => Form.Of(new Atom.Indicator(reference.Name, [])),
            Expression.Reference reference => Form.Of(new Atom.Name(reference.Name, IsAbove(reference.Name), reference.Shape)),
            Expression.SizeOf(var size) => Chains.Of(size),
            Expression.BoundIndex(var name) => Named(name),
            Expression.LetReference(var name, _) => Named(name),
            Expression.Let let => Let(let, depth),
            Expression.Negate(var operand) => Of(operand, depth).Times(-1),
            Expression.Additive sum => Sum(sum, depth),
            Expression.Product product => Product(product, depth),
            Expression.Quotient quotient => Quotient(quotient, depth),
            Expression.Power power => Power(power, depth),
            Expression.Call call => Call(call, depth),
            Expression.GenericCall call => Opaque($"generic {call.Function} {call.DerivativeOrder}", [call.Argument], call.Shape, depth),
            Expression.MapCall call => Opaque($"map {call.Map}", [call.Argument], call.Shape, depth),
            Expression.Jacobian call => Opaque($"Jacobian {call.Map}", [call.Argument], call.Shape, depth),
            Expression.Repeated repeated => Repeated(repeated, depth),
            Expression.Transpose(var operand, var shape) => Chains.Transposed(Of(operand, depth), shape),
            Expression.Entry entry => Entry(entry, depth),
            Expression.RowOf row => Line("row", row.Source, row.Index, row.FirstIndex, row.Shape, depth),
            Expression.ColumnOf column => Line("column", column.Source, column.Index, column.FirstIndex, column.Shape, depth),
            Expression.VectorLiteral literal => Opaque("vector", literal.Entries, literal.Shape, depth),
            Expression.MatrixLiteral literal => Opaque($"matrix {literal.Rows.Count}", [.. literal.Rows.SelectMany(row => row)], literal.Shape, depth),
            Expression.Indicator(var condition) => Truth(condition, depth),
            Expression.Cases cases => Cases(cases, depth),
            Expression.Comparison or Expression.Logical or Expression.Not => Truth(formula, depth),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Form Named(string name)
    {
        for (var k = names.Count - 1; k >= 0; k--)
        {
            if (names[k].Name == name) return names[k].Form;
        }

        return Form.Unknown;
    }

    private Form Let(Expression.Let let, int depth)
    {
        names.Add((let.Name, Of(let.Value, depth)));
        var body = Of(let.Body, depth);
        names.RemoveAt(names.Count - 1);
        return body;
    }

    /// <summary>Whether a scalar input is declared to lie above 0.</summary>
    private bool IsAbove(string name) => scope.Find(name) is { Shape: Shape.ScalarShape, Kind: SymbolKind.Variable } symbol && symbol.Domain switch
    {
        Domain.Interval { Low: { } low } interval => low > 0 || (low == 0 && interval.LowOpen),
        Domain.Integers(var low, _) => low > 0,
        _ => false,
    };

    private Form Opaque(string kind, IReadOnlyList<Expression> operands, Shape shape, int depth)
    {
        var forms = new Form[operands.Count];
        for (var k = 0; k < forms.Length; k++)
        {
            forms[k] = Of(operands[k], depth);
            if (!forms[k].IsKnown) return Form.Unknown;
        }

        return Form.Of(new Atom.Opaque(kind, EquatableList.Create<Form>(forms), shape));
    }

    /// <summary>The same for what has no value at some operands.</summary>
    private Form Defined(string kind, IReadOnlyList<Expression> operands, Shape shape, int depth)
    {
        var form = Opaque(kind, operands, shape, depth);
        Require(Requirement.Defined, form);
        return form;
    }

    private Form Times(Form left, Form right)
    {
        steps += left.Numerator.Terms.Length * right.Numerator.Terms.Length;
        return steps > MostSteps ? Form.Unknown : left.Times(right);
    }

    private void Require(Requirement requirement, Form form)
    {
        if (!form.IsKnown) return;
        var condition = new Condition(requirement, form, loops.ToEquatableList());
        Needed.Add(condition);
        // A form that holds what stands in a branch says nothing where the branch is not taken: then neither do conditions made of it.
        if (branches == 0 && Implied.Count == Needed.Count - 1) Implied.Add(condition);
    }

    /// <summary>No factor may be 0.</summary>
    private void RequireNotZero(Form form)
    {
        if (!form.IsKnown) return;
        if (form.Numerator.IsZero)
        {
            Require(Requirement.NotZero, form);
            return;
        }

        var (_, monomial, unit) = Content.Of(form.Numerator);
        foreach (var (atom, exponent) in monomial.Factors)
        {
            if (!atom.IsPositive && exponent.Sign > 0) Require(Requirement.NotZero, Form.Of(atom));
        }

        if (Angles.CosineOf(unit) is var (cosine, _)) Require(Requirement.NotZero, Form.Of(cosine));
        else if (!unit.IsOne && !unit.IsPositive) Require(Requirement.NotZero, Form.Of(unit));
    }

    /// <param name="requirement">Of being above 0, or not below.</param>
    private void RequireSign(Requirement requirement, Form form)
    {
        if (!form.IsKnown) return;
        var parts = Signs.Of(form);
        if (parts.IsNotNegative && !form.Numerator.IsZero && (parts.IsDecided || requirement == Requirement.NotNegative)) return;
        Require(requirement, parts.Single?.Form ?? parts.Rest);
    }
}
