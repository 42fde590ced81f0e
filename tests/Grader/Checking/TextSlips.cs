using System.Text.RegularExpressions;

namespace Grader.Tests.Checking;

/// <summary>
/// Slips of the pen, made in the text of a formula and not in its tree: the search for mistakes knows nothing of them.
/// Not all can be read, and not all change the value.
/// </summary>
internal static partial class TextSlips
{
    private static readonly (string From, string To)[] Confusions =
    [
        ("sin(", "cos("), ("cos(", "sin("), ("ln(", "exp("), ("exp(", "ln("), ("tanh(", "sigmoid("), ("sigmoid(", "tanh("), ("relu(", "sigmoid("),
        ("max(", "min("), ("min(", "max("), ("sum(", "prod("), ("prod(", "sum("), (" + ", " - "), (" - ", " + "), (" + ", " * "), (" * ", " + "), (" * ", " / "), (" / ", " * "),
        (" > ", " < "), (" <= ", " >= "), (" . ", " .* "), (" .* ", " . "), ("^T", ""), ("'(", "("), ("^2", ""), ("^2", "^3"), (", 1, ", ", 2, "), (", 1, ", ", 0, "), ("1 - ", ""), ("-", ""),
    ];

    /// <param name="kinds">Groups of names that may stand for one another.</param>
    public static IEnumerable<string> Of(string formula, IReadOnlyCollection<IReadOnlyCollection<string>> kinds) =>
        Replaced(formula).Concat(kinds.SelectMany(names => NamesExchanged(formula, names))).Concat(SignsPut(formula)).Concat(NumbersChanged(formula))
            .Concat(BracketsLost(formula)).Concat(FunctionsChanged(formula)).Concat(OperandsLost(formula)).Concat(OperandsExchanged(formula)).Concat(Averages(formula))
            .Where(slip => slip != formula).Distinct();

    private static IEnumerable<string> Replaced(string formula) =>
        from confusion in Confusions
        from place in Places(formula, confusion.From)
        select string.Concat(formula.AsSpan(0, place), confusion.To, formula.AsSpan(place + confusion.From.Length));

    private static IEnumerable<string> NamesExchanged(string formula, IReadOnlyCollection<string> names) =>
        from Match name in Name().Matches(formula)
        where names.Contains(name.Value)
        from other in names
        where other != name.Value
        select Put(formula, name, other);

    private static IEnumerable<string> SignsPut(string formula) =>
        from Match operand in Operand().Matches(formula)
        select Put(formula, operand, $"(-{operand.Value})");

    private static IEnumerable<string> NumbersChanged(string formula) =>
        from Match number in Number().Matches(formula)
        let value = double.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture)
        from other in (double[])[value + 1, 2 * value, value / 2]
        select Put(formula, number, other.ToString("R", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>(a + b) c becomes a + b c.</summary>
    private static IEnumerable<string> BracketsLost(string formula) =>
        from pair in Pairs(formula)
        where pair.Open == 0 || !char.IsLetterOrDigit(formula[pair.Open - 1]) && formula[pair.Open - 1] != '\''
        select formula[..pair.Open] + formula[(pair.Open + 1)..pair.Close] + formula[(pair.Close + 1)..];

    /// <summary>g(z) becomes z, g'(z), or g()(z).</summary>
    private static IEnumerable<string> FunctionsChanged(string formula)
    {
        foreach (Match call in Call().Matches(formula))
        {
            if (call.Groups[1].Value is "sum" or "prod" && formula[call.Index..].Contains(", 1, ", StringComparison.Ordinal)) continue;
            yield return formula[..call.Index] + "(" + formula[(call.Index + call.Length)..];
            yield return formula[..call.Index] + call.Groups[1].Value + "'(" + formula[(call.Index + call.Length)..];
        }
    }

    /// <summary>An operand and the sign before or after it left out.</summary>
    private static IEnumerable<string> OperandsLost(string formula)
    {
        var operands = Operand().Matches(formula).Select(match => (match.Index, End: match.Index + match.Length)).Concat(Groups(formula));
        foreach (var (start, end) in operands)
        {
            foreach (var sign in (string[])[" + ", " - ", " * ", " / ", " . "])
            {
                if (formula.AsSpan(0, start).EndsWith(sign)) yield return formula[..(start - sign.Length)] + formula[end..];
                var isFirst = start == 0 || formula[start - 1] is '(' or '[' || formula.AsSpan(0, start).EndsWith(", ");
                if (isFirst && formula.AsSpan(end).StartsWith(sign)) yield return formula[..start] + formula[(end + sign.Length)..];
            }
        }
    }

    private static IEnumerable<string> OperandsExchanged(string formula) =>
        from Match pair in Neighbours().Matches(formula)
        select Put(formula, pair, pair.Groups[3].Value + pair.Groups[2].Value + pair.Groups[1].Value);

    private static IEnumerable<string> Averages(string formula)
    {
        yield return $"-({formula})";
        yield return $"2 ({formula})";
        foreach (var size in (string[])["n", "d", "d0", "d1", "d2", "k", "m"]) yield return $"({formula}) / {size}";
    }

    /// <summary>Brackets with the function before them.</summary>
    private static IEnumerable<(int Start, int End)> Groups(string formula)
    {
        foreach (var (open, close) in Pairs(formula))
        {
            var start = open;
            while (start > 0 && (char.IsLetterOrDigit(formula[start - 1]) || formula[start - 1] is '\'' or '_')) start--;
            yield return (start, close + 1 + Tail().Match(formula, close + 1).Length);
        }
    }

    private static IEnumerable<(int Open, int Close)> Pairs(string formula)
    {
        var open = new Stack<int>();
        for (var k = 0; k < formula.Length; k++)
        {
            if (formula[k] == '(') open.Push(k);
            if (formula[k] == ')' && open.TryPop(out var start)) yield return (start, k);
        }
    }

    private static IEnumerable<int> Places(string formula, string part)
    {
        for (var at = formula.IndexOf(part, StringComparison.Ordinal); at >= 0; at = formula.IndexOf(part, at + 1, StringComparison.Ordinal)) yield return at;
    }

    private static string Put(string formula, Capture place, string other) => formula[..place.Index] + other + formula[(place.Index + place.Length)..];

    /// <summary>A transpose or a power after a bracket.</summary>
    [GeneratedRegex(@"\G\^[A-Za-z0-9]+(\[[^\[\]]*\])?")]
    private static partial Regex Tail();

    [GeneratedRegex(@"[A-Za-z_][A-Za-z_0-9]*")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<![A-Za-z_0-9.])[0-9]+(\.[0-9]+)?(?![A-Za-z_0-9.])")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![A-Za-z_0-9'])[A-Za-z_0-9.]+(\[[^\[\]]*\])?(\^[A-Za-z0-9]+(\[[^\[\]]*\])?)?(?![A-Za-z_0-9'(\[^])")]
    private static partial Regex Operand();

    [GeneratedRegex(@"([A-Za-z]+)'*\(")]
    private static partial Regex Call();

    [GeneratedRegex(@"([A-Za-z_0-9.]+(?:\[[^\[\]]*\])?(?:\^T)?)( [-*/.] )([A-Za-z_0-9.]+(?:\[[^\[\]]*\])?(?:\^T)?)")]
    private static partial Regex Neighbours();
}
