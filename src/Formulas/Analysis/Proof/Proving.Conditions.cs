using Formulas.Expressions;

namespace Formulas.Analysis.Proof;

/// <summary>Conditions as numbers, 1 where they hold and 0 where not, and what is chosen by them.</summary>
internal sealed partial class Proving
{
    private Form Truth(Expression condition, int depth)
    {
        switch (condition)
        {
            case Expression.Comparison(var comparison, var left, var right):
                var difference = Of(left, depth).Minus(Of(right, depth));
                return comparison switch
                {
                    ComparisonOperator.Less => Above(difference.Times(-1)),
                    ComparisonOperator.LessOrEqual => Form.One.Minus(Above(difference)),
                    ComparisonOperator.Greater => Above(difference),
                    ComparisonOperator.GreaterOrEqual => Form.One.Minus(Above(difference.Times(-1))),
                    ComparisonOperator.Equal => Zero(difference),
                    ComparisonOperator.NotEqual => Form.One.Minus(Zero(difference)),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
            case Expression.Logical(var which, var left, var right):
                var first = Of(left, depth);
                branches++;
                var second = Of(right, depth);
                branches--;
                var both = Times(first, second);
                return which == LogicalOperator.And ? both : first.Plus(second).Minus(both);
            case Expression.Not(var operand):
                return Form.One.Minus(Of(operand, depth));
            default:
                return Of(condition, depth);
        }
    }

    /// <summary>1[w &gt; 0].</summary>
    private static Form Above(Form form)
    {
        if (!form.IsKnown || form.Numerator.IsZero) return form;
        var parts = Signs.Of(form);
        if (parts.IsDecided) return parts.IsNegative ? Form.Zero : Form.One;
        return Form.Of(new Atom.Indicator("above", [parts.Single?.Form ?? parts.Rest]));
    }

    /// <summary>1[w = 0].</summary>
    private static Form Zero(Form form)
    {
        if (!form.IsKnown) return form;
        if (form.Numerator.IsZero) return Form.One;
        var parts = Signs.Of(form);
        if (parts.IsDecided) return Form.Zero;
        return Form.Of(new Atom.Indicator("zero", [parts.IsNegative ? parts.Rest.Times(-1) : parts.Rest]));
    }

    private Form Cases(Expression.Cases cases, int depth)
    {
        var conditions = new List<Form>();
        foreach (var branch in cases.Branches)
        {
            conditions.Add(Of(branch.Condition, depth));
            if (conditions.Count == 1) branches++;
        }

        var value = Broadcast(Of(cases.Otherwise, depth), cases.Otherwise.Shape, cases.Shape);
        for (var k = conditions.Count - 1; k >= 0; k--)
        {
            var chosen = Broadcast(Of(cases.Branches[k].Value, depth), cases.Branches[k].Value.Shape, cases.Shape);
            value = value.Plus(Chosen(conditions[k], chosen.Minus(value)));
        }

        branches--;
        return value;
    }

    /// <summary>A product with conditions, in which w 1[w &gt; 0] is max(0, w).</summary>
    private Form Chosen(Form condition, Form form)
    {
        if (!condition.IsKnown || !form.IsKnown) return Form.Unknown;
        var sum = Form.Zero;
        foreach (var (coefficient, monomial) in condition.Numerator.Terms)
        {
            var part = monomial.Factors is [(Atom.Indicator("above", [var argument]), { IsOne: true })] && Over(form, argument) is { } factor
                ? Times(factor, Ramps.Of(argument))
                : Times(form, Form.Of(Ratio.One, monomial));
            sum = sum.Plus(part.Times(coefficient));
        }

        return sum;
    }

    /// <summary>The other factor of a form that has this one; null where it has not.</summary>
    private static Form? Over(Form form, Form factor)
    {
        if (!factor.IsPolynomial || form.Numerator.IsZero) return null;
        var (own, wanted) = (Content.Of(form.Numerator), Content.Of(factor.Numerator));
        if (!wanted.Unit.IsOne) return own.Unit.Equals(wanted.Unit) && wanted.Monomial.IsOne ? form.Over(Polynomial.Of(own.Coefficient / wanted.Coefficient, own.Monomial)) : null;
        foreach (var (atom, exponent) in wanted.Monomial.Factors)
        {
            if (own.Monomial.ExponentOf(atom) < exponent) return null;
        }

        return form.Times(Form.Of(Ratio.One / wanted.Coefficient, wanted.Monomial.Power(-1)));
    }

    private static bool IsCondition(Form form)
    {
        if (!form.IsPolynomial || form.Numerator.IsZero) return false;
        foreach (var (_, monomial) in form.Numerator.Terms)
        {
            foreach (var (atom, _) in monomial.Factors)
            {
                if (atom is not Atom.Indicator) return false;
            }
        }

        return form.Number is null;
    }
}
