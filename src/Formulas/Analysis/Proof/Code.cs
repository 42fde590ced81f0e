namespace Formulas.Analysis.Proof;

/// <summary>Keys by which factors and terms are put into one order. Alike for alike things, in every run; things of one key need not be alike.</summary>
internal static class Code
{
    public static ulong Of(string text)
    {
        var code = 14695981039346656037UL;
        foreach (var letter in text) code = (code ^ letter) * 1099511628211UL;
        return Mixed(code);
    }

    public static ulong Of(Ratio number) => With(Mixed((ulong)number.Numerator), (ulong)number.Denominator);

    public static ulong With(ulong code, ulong other) => Mixed((code * 0x9E3779B97F4A7C15UL) + other);

    /// <summary>In which every bit rests on every other (D. Stafford's finalizer).</summary>
    private static ulong Mixed(ulong code)
    {
        code = (code ^ (code >> 30)) * 0xBF58476D1CE4E5B9UL;
        code = (code ^ (code >> 27)) * 0x94D049BB133111EBUL;
        return code ^ (code >> 31);
    }
}
