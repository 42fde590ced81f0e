using Formulas.Expressions;

namespace Formulas.Rendering;

/// <summary>
/// How a symbol's name looks: a base, a subscript and a layer superscript. <c>theta_y</c> is θ with subscript y,
/// <c>W1</c> is W with subscript 1, and <c>x1</c> is x with superscript (1) where its part spells it <c>x^(1)</c>.
/// </summary>
internal sealed record DisplayName(string Base, string? Subscript, string? Layer)
{
    public static DisplayName Of(string name, Scope? scope)
    {
        var symbol = scope?.Find(name);
        var layered = symbol?.Spellings.Select(Layered).FirstOrDefault(found => found is not null);
        return layered ?? Plain(name);
    }

    /// <summary>The letter that row i of this matrix goes by, where the part declares one (<c>w_i</c> for row i of W).</summary>
    public static DisplayName? OfRow(string name, Scope? scope)
    {
        foreach (var spelling in scope?.Find(name)?.Spellings ?? [])
        {
            var underscore = spelling.IndexOf('_', StringComparison.Ordinal);
            var isRow = underscore > 0 && spelling.Length == underscore + 2 && char.IsAsciiLetterLower(spelling[^1]);
            if (isRow) return Plain(spelling[..underscore]);
        }

        return null;
    }

    // "x^(1)" and "w_ij^(2)": the indices of the latter are those of the entry shown, so only base and layer count.
    private static DisplayName? Layered(string spelling)
    {
        var hat = spelling.IndexOf("^(", StringComparison.Ordinal);
        if (hat <= 0 || !spelling.EndsWith(')')) return null;
        var underscore = spelling.IndexOf('_', StringComparison.Ordinal);
        var end = underscore > 0 && underscore < hat ? underscore : hat;
        return new DisplayName(Letter(spelling[..end]), null, spelling[(hat + 2)..^1]);
    }

    private static DisplayName Plain(string name)
    {
        var underscore = name.IndexOf('_', StringComparison.Ordinal);
        if (underscore > 0 && underscore < name.Length - 1)
            return new DisplayName(Letter(name[..underscore]), Letter(name[(underscore + 1)..]), null);
        var stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return stem.Length == 0 || stem.Length == name.Length
            ? new DisplayName(Letter(name), null, null)
            : new DisplayName(Letter(stem), name[stem.Length..], null);
    }

    private static string Letter(string name) => Greek.Letters.GetValueOrDefault(name, name);
}
