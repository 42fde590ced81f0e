using Formulas.Analysis.Proof;
using Formulas.Expressions;

namespace Formulas.Analysis.Equality;

/// <summary>What the exact forms of two formulas prove of them; looked for when first asked.</summary>
internal sealed class ExactRelation(Expression answer, Expression reference, Scope scope)
{
    private readonly Lazy<(ExactForm Answer, ExactForm Reference)?> forms = new(() =>
        ExactForm.Of(reference, scope) is { } right && ExactForm.Of(answer, scope) is { } left ? (left, right) : null);

    /// <summary>Whether the answer has the reference's value wherever that has one; false says nothing.</summary>
    public bool IsEqual => forms.Value is var (left, right) && left.IsProvenEqualTo(right);

    /// <summary>Whether the values differ wherever both have one, as little as 1 + exp(-10^6) and 1 do; false says nothing.</summary>
    public bool IsApart => forms.Value is var (left, right) && left.IsProvenApartFrom(right);
}
