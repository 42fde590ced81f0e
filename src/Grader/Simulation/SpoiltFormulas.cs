using Formulas.Expressions;
using Formulas.Rendering;
using Newtonsoft.Json.Linq;

namespace Grader.Simulation;

/// <summary>Right formulas, badly typed: nothing that can be read as one formula is left.</summary>
internal static class SpoiltFormulas
{
    /// <summary>A name that no worksheet gives a meaning, not even letter by letter.</summary>
    private const string UnknownName = "velocity";

    public static Written Of(Expression right, Scope scope, Pen pen)
    {
        var text = Calculator.Print(right, new NotationStyle(Notation.Ascii, scope));
        var (spoilt, made) = pen.Random.Next(0, 9) switch
        {
            0 => ($"({text}", "open bracket"),
            1 => ($"{text})", "stray bracket"),
            2 => ($"{text} +", "open sum"),
            3 => ($"{text} * * 2", "doubled sign"),
            4 => ($"{UnknownName} * ({text})", "unknown name"),
            5 => ("0,18", "decimal comma"),
            6 => (@"\frac{1}{" + text, "open brace"),
            7 => (OfOtherShape(text, right.Shape), "wrong shape"),
            8 => ("???", "no formula"),
            _ => (string.Concat(Enumerable.Repeat($"({text}) + ", (10_000 / text.Length) + 1)) + "0", "too long"),
        };
        return pen.Random.OneIn(12) ? Written.Unreadable(new JValue(true), "wrong type") : Written.Unreadable(spoilt, made);
    }

    private static string OfOtherShape(string text, Shape shape) => shape switch
    {
        Shape.VectorShape or Shape.RowShape => $"norm({text})",
        Shape.MatrixShape => $"tr({text})",
        Shape.TruthShape => $"2 + ({text}",
        _ => $"[{text}, {text}]",
    };
}
