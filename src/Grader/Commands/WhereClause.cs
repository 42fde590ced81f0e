using System.Text.RegularExpressions;
using Formulas.Parsing;
using Formulas.Text;
using Newtonsoft.Json.Linq;

namespace Grader.Commands;

/// <summary>
/// Reads <c>--where "x > 0, 0 &lt; p &lt; 1, W: 3x2, v: n, n integer, g function"</c> into the form of the JSON symbols.
/// </summary>
internal static partial class WhereClause
{
    private const string Hint = "Write conditions with commas between them: x > 0, 0 <= p < 1, W: 3x2, v: n, k integer, g function, Phi map.";

    /// <exception cref="UnusableCallException">A condition cannot be read; the message quotes it.</exception>
    public static JObject Read(string text)
    {
        var symbols = new JObject();
        foreach (var condition in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Range().Match(condition) is { Success: true } range) AddRange(symbols, range, condition);
            else if (Bound().Match(condition) is { Success: true } bound) AddBound(symbols, bound, condition);
            else if (Kind().Match(condition) is { Success: true } kind) AddKind(symbols, kind);
            else if (Shape().Match(condition) is { Success: true } shape) AddShape(symbols, shape);
            else throw new UnusableCallException($"The condition \"{condition}\" cannot be read.", Hint);
        }

        return symbols;
    }

    private static void AddRange(JObject symbols, Match match, string condition)
    {
        var symbol = SymbolOf(symbols, match);
        AddLow(symbol, match.Groups["low"].Value, match.Groups["after"].Value is "<", condition);
        if (match.Groups["high"].Success) AddHigh(symbol, match.Groups["high"].Value, match.Groups["before"].Value is "<", condition);
    }

    private static void AddBound(JObject symbols, Match match, string condition)
    {
        var symbol = SymbolOf(symbols, match);
        var (relation, number) = (match.Groups["relation"].Value, match.Groups["number"].Value);
        if (relation is ">" or ">=" or "≥" or "=") AddLow(symbol, number, relation == ">", condition);
        if (relation is "<" or "<=" or "≤" or "=") AddHigh(symbol, number, relation == "<", condition);
    }

    private static void AddLow(JObject symbol, string number, bool isOpen, string condition)
    {
        symbol["low"] = NumberOf(number, condition);
        symbol["lowOpen"] = isOpen;
    }

    private static void AddHigh(JObject symbol, string number, bool isOpen, string condition)
    {
        symbol["high"] = NumberOf(number, condition);
        symbol["highOpen"] = isOpen;
    }

    private static void AddShape(JObject symbols, Match match)
    {
        var sizes = new JArray { SizeOf(match.Groups["rows"].Value) };
        if (match.Groups["columns"].Success) sizes.Add(SizeOf(match.Groups["columns"].Value));
        SymbolOf(symbols, match)["shape"] = sizes;
    }

    private static void AddKind(JObject symbols, Match match)
    {
        var symbol = SymbolOf(symbols, match);
        if (match.Groups["kind"].Value is "integer" or "whole") symbol["integer"] = true;
        else if (match.Groups["kind"].Value is "function" or "map") symbol["kind"] = match.Groups["kind"].Value;
    }

    private static JObject SymbolOf(JObject symbols, Match match)
    {
        var name = match.Groups["name"].Value;
        if (symbols[name] is JObject known) return known;
        var symbol = new JObject();
        symbols[name] = symbol;
        return symbol;
    }

    private static JToken SizeOf(string text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count) ? count : text;

    private static double NumberOf(string text, string condition) => NumberReader.Read(text) switch
    {
        Reading<double>.Success(var number, _) => number,
        Reading<double>.Failure(var diagnostic) => throw new UnusableCallException($"The condition \"{condition}\" cannot be read: {diagnostic.Message}", Hint),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    [GeneratedRegex(@"^(?<low>[^<≤>=:]+?)\s*(?<after><=|≤|<)\s*(?<name>\p{L}\w*)(?:\s*(?<before><=|≤|<)\s*(?<high>[^<≤>=:]+))?$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^(?<name>\p{L}\w*)\s*(?<relation>>=|<=|≥|≤|>|<|=)\s*(?<number>[^<≤>≥=:]+)$")]
    private static partial Regex Bound();

    [GeneratedRegex(@"^(?<name>\p{L}\w*)\s*:\s*(?<rows>\d+|[A-Za-wyz]\w*)(?:\s*[x×]\s*(?<columns>\d+|[A-Za-z]\w*))?$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(?<name>\p{L}\w*)\s*(?::\s*|\s)(?<kind>integer|whole|function|map|scalar|real)$")]
    private static partial Regex Kind();
}
