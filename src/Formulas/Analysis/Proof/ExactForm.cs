using Formulas.Expressions;

namespace Formulas.Analysis.Proof;

/// <summary>
/// What a formula is as a function of real numbers, in a form in which many equal formulas can be proven equal: without points,
/// rounding or chance. That two forms differ proves nothing.
/// </summary>
public sealed class ExactForm
{
    private readonly Shape shape;
    private readonly Form form;
    private readonly List<Condition> needed;
    private readonly List<Condition> implied;

    private ExactForm(Shape shape, Form form, List<Condition> needed, List<Condition> implied)
    {
        this.shape = shape;
        this.form = form;
        this.needed = needed;
        this.implied = implied;
    }

    /// <param name="scope">What the formula was read with.</param>
    /// <returns>Null where the formula is too large or of a kind that this does not follow.</returns>
    public static ExactForm? Of(Expression formula, Scope scope)
    {
        var proving = new Proving(scope);
        var form = proving.Of(formula);
        return form.IsKnown ? new(formula.Shape, form, proving.Needed, proving.Implied) : null;
    }

    /// <summary>Whether this has the value of the other wherever that has one. False says nothing.</summary>
    public bool IsProvenEqualTo(ExactForm reference) => shape.Equals(reference.shape)
        && needed.TrueForAll(condition => reference.implied.Exists(condition.FollowsFrom))
        && (form.Equals(reference.form) || form.Minus(reference.form).IsZero);

    /// <summary>Whether this certainly lies above the other wherever both have a value, or certainly below. False says nothing.</summary>
    public bool IsProvenApartFrom(ExactForm other)
    {
        if (shape is not Shape.ScalarShape || !shape.Equals(other.shape)) return false;
        var difference = form.Minus(other.form);
        return difference.IsPositive || difference.Times(-1).IsPositive;
    }
}
