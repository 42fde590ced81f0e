using System.Globalization;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Simulation;

/// <summary>
/// A value at a part's given inputs, and how people write it down. What a tolerance allows is worked out here once more, from the
/// rules of the worksheet format, so that the truth does not rest on the checker.
/// </summary>
internal sealed class GivenValue(Value value, Tolerance tolerance)
{
    /// <summary>A number rounded so far that it is off by more than this share counts as wrong.</summary>
    private const double CoarsestRounding = 0.1;

    private readonly double[] entries = ValueShape.Entries(value);

    public IReadOnlyList<double> Entries => entries;

    /// <summary>Written so that every entry stays well within the tolerance.</summary>
    public JToken Careful(Pen pen)
    {
        var digits = pen.Random.Next(6, 10);
        var texts = entries.Select(entry => Significant(entry, digits) is { } text && IsSafe(text, entry) ? text : Exact(entry)).ToList();
        return Dressed(pen, texts);
    }

    /// <summary>Rounded, or cut off, to too few digits; null where the value has no such form that is clearly so.</summary>
    public (JToken Content, string Code)? Coarse(Pen pen)
    {
        var (digits, isCut) = (pen.Random.Next(1, 2), pen.Random.OneIn(3));
        var (texts, code) = (new List<string>(), (string?)null);
        foreach (var entry in entries)
        {
            if (Significant(entry, digits, isCut) is not { } text) return null;
            var (written, unit) = (Number(text), Unit(text));
            var distance = Math.Abs(written - entry);
            if (distance > 0.9 * Allowed(entry) && distance < 1.1 * Allowed(entry)) return null;
            texts.Add(text);
            if (distance <= Allowed(entry)) continue;
            if (written == 0 || distance > 0.9 * CoarsestRounding * Math.Abs(entry) || Math.Abs(distance - (unit / 2)) < 0.01 * unit || distance > 0.99 * unit) return null;
            // One entry cut off is said of the whole value.
            if (distance > unit / 2) code = "wrong-rounding";
            else code ??= "rounded";
        }

        return code is null ? null : (Dressed(pen, texts), code);
    }

    /// <summary>Whether another value is clearly not this one: beyond the tolerance, and not this one rounded, at one entry at least.</summary>
    public bool IsClearlyOther(IReadOnlyList<double> other) =>
        other.Count != entries.Length || entries.Where((entry, k) => Math.Abs(other[k] - entry) > Math.Max(5 * Allowed(entry), 1e-3)).Any();

    /// <summary>Whether another value is within the tolerance of this one.</summary>
    public bool IsClose(IReadOnlyList<double> other) =>
        other.Count == entries.Length && !entries.Where((entry, k) => Math.Abs(other[k] - entry) > Allowed(entry)).Any();

    /// <summary>The value as JSON, in one of the ways that a file may hold it.</summary>
    private JToken Dressed(Pen pen, List<string> texts)
    {
        var numbers = texts.Select(text => (JToken)new JRaw(text)).ToList();
        JToken bare = value switch
        {
            Value.Matrix matrix => new JArray(numbers.Chunk(matrix.Columns).Select(row => new JArray(row.Cast<object>().ToArray()))),
            Value.Vector => new JArray(numbers.Cast<object>().ToArray()),
            _ => pen.Random.OneIn(3) ? texts[0] : numbers[0],
        };
        return pen.Random.OneIn(3) ? new JObject { ["value"] = bare } : bare;
    }

    private bool IsSafe(string text, double entry) => Math.Abs(Number(text) - entry) <= 0.9 * Allowed(entry);

    /// <summary>So many significant digits; null where that would need an exponent or zeros that say nothing.</summary>
    private static string? Significant(double number, int digits, bool isCut = false)
    {
        if (number == 0) return "0";
        var decimals = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(number)));
        if (decimals is < 0 or > 12) return null;
        var scale = Math.Pow(10, decimals);
        var rounded = isCut ? Math.Truncate(number * scale) / scale : Math.Round(number, decimals);
        return rounded.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static string Exact(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Unit(string text) => text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? Math.Pow(10, point + 1 - text.Length) : 1;

    private double Allowed(double right)
    {
        var most = tolerance == new Tolerance(null, null, null, null) ? 1e-9 * Math.Max(1, Math.Abs(right)) : 1e-12 * Math.Abs(right);
        if (tolerance.Absolute is { } absolute) most = Math.Max(most, absolute);
        if (tolerance.Relative is { } relative) most = Math.Max(most, relative * Math.Abs(right));
        if (tolerance.DecimalPlaces is { } places) most = Math.Max(most, 0.5 * Math.Pow(10, -places));
        if (tolerance.SignificantFigures is { } figures && right != 0) most = Math.Max(most, 0.5 * Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(right))) - figures + 1));
        return most;
    }
}
