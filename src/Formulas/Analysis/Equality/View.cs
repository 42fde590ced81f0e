using Formulas.Expressions;

namespace Formulas.Analysis.Equality;

/// <summary>How well a person sees that two values differ.</summary>
internal enum Clarity
{
    None,

    /// <summary>Not within the six digits that pages show.</summary>
    Finite,
    Faint,
    Fair,

    /// <summary>By half a hundredth at least, between numbers of usual size.</summary>
    Plain,
}

/// <summary>Two values that differ, as a person sees them.</summary>
/// <param name="Distance">How far they are apart at most, relative to their size; 0 where they differ beyond the digits of doubles.</param>
internal readonly record struct View(Clarity Clarity, double Distance)
{
    /// <summary>Beyond this, numbers are written with an exponent.</summary>
    private const double Usual = 1e5;

    public static View Of(PointResult result) => result switch
    {
        PointResult.WithoutAnswer(_, var reference) => new(IsReadable(reference, Usual) ? Clarity.Plain : Clarity.Fair, 1),
        PointResult.Differ(var answer, var reference) => Of(answer, reference),
        _ => default,
    };

    public static View Of(Value answer, Value reference)
    {
        if (answer is Value.Truth || reference is Value.Truth) return new(Clarity.Plain, 1);
        var (a, b) = (ValueShape.Entries(answer), ValueShape.Entries(reference));
        if (!Array.TrueForAll(a, double.IsFinite) || !Array.TrueForAll(b, double.IsFinite)) return default;
        var (isSeen, largest) = (a.Length != b.Length, 0.0);
        for (var k = 0; k < Math.Min(a.Length, b.Length); k++)
        {
            var size = Math.Max(Math.Abs(a[k]), Math.Abs(b[k]));
            if (size > 1e-3 && Math.Abs(a[k] - b[k]) >= 0.005 * size) isSeen = true;
            if (size > 0) largest = Math.Max(largest, Math.Abs(a[k] - b[k]) / size);
        }

        var clarity = isSeen && IsReadable(answer, Usual) && IsReadable(reference, Usual) ? Clarity.Plain
            : largest >= 1e-3 && IsReadable(answer, 1e9) && IsReadable(reference, 1e9) ? Clarity.Fair
            : largest >= 1e-5 ? Clarity.Faint
            : Clarity.Finite;
        return new(clarity, largest);
    }

    private static bool IsReadable(Value value, double most) => Array.TrueForAll(ValueShape.Entries(value), entry => Math.Abs(entry) <= most);
}
