namespace Formulas.Analysis.Proof;

/// <summary>max(0, w) and what is made of it: absolute values and extrema of two.</summary>
internal static class Ramps
{
    /// <summary>max(0, w). What is certainly above 0 is drawn before it, and of w and -w one is looked at: max(0, -w) = max(0, w) - w.</summary>
    public static Form Of(Form form)
    {
        if (!form.IsKnown || form.Numerator.IsZero) return form;
        var parts = Signs.Of(form);
        if (parts.IsDecided) return parts.IsNegative ? Form.Zero : form;
        var argument = parts.Rest.Times(parts.IsNegative ? -1 : 1);
        var factor = Form.Of(parts.Magnitude);
        foreach (var (atom, exponent) in parts.Positive) factor = factor.Times(Roots.Raised(atom, exponent));
        foreach (var (unit, exponent) in parts.PositiveUnits)
        {
            var power = Form.Of(unit);
            factor = factor.Times(exponent.Sign < 0 ? power.Inverse().Power(-exponent.Numerator) : power.Power(exponent.Numerator));
        }

        var ramp = Form.Of(new Atom.Ramp(argument));
        return factor.Times(parts.IsNegative ? ramp.Minus(argument) : ramp);
    }

    public static Form Absolute(Form form) => Of(form).Times(2).Minus(form);

    public static Form Larger(Form left, Form right) => left.Plus(Of(right.Minus(left)));

    public static Form Smaller(Form left, Form right) => left.Minus(Of(left.Minus(right)));
}
