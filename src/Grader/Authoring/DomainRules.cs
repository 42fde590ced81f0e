using System.Globalization;
using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Authoring;

/// <summary>Domains and sizes from which nothing, or always the same, is drawn. Wherever the file declares symbols.</summary>
internal static class DomainRules
{
    private const string Widen = "Move the bounds apart; a number that never varies belongs into the formula.";

    public static void Check(JObject root, FindingLog log)
    {
        foreach (var declared in root.Descendants().OfType<JProperty>())
        {
            if (declared is not { Value: JObject entries } || declared.Ancestors().OfType<JProperty>().Any(above => above.Name is "given" or "inputs")) continue;
            if (declared.Name == "sizes") foreach (var size in entries.Properties()) CheckSize(size, log);
            if (declared.Name == "symbols") foreach (var symbol in entries.Properties()) CheckSymbol(symbol, log);
        }
    }

    private static void CheckSize(JProperty size, FindingLog log)
    {
        if (size.Value is not JArray { Count: 2 } bounds || JsonRecord.WholeOf(bounds[0]) is not { } low || JsonRecord.WholeOf(bounds[1]) != low) return;
        log.Add(
            LintRules.SingleSize, size, string.Create(CultureInfo.InvariantCulture, $"The size {size.Name} is always {low}: an answer that holds for {low} only passes for right."),
            $"Give a range, such as [2, 4], unless the statement fixes {size.Name}.");
    }

    private static void CheckSymbol(JProperty symbol, FindingLog log)
    {
        if (symbol.Value is not JObject record) return;
        if (Text(record, "kind") == "index")
        {
            if (record["range"] is { } range && JsonRecord.WholeOf(range) == 1) log.Add(LintRules.SinglePoint, symbol, $"The index {symbol.Name} has only one value.", "Let it run over a size, or leave it out.");
            return;
        }

        var (low, high) = (Number(record, "low"), Number(record, "high"));
        switch (Text(record, "domain"))
        {
            case null when low is { } only && low == high:
                var isOpen = IsSet(record, "lowOpen") || IsSet(record, "highOpen");
                log.Add(isOpen ? LintRules.EmptyDomain : LintRules.SinglePoint, symbol, string.Create(CultureInfo.InvariantCulture, $"{symbol.Name} is drawn from {(isOpen ? "no number at all: both bounds are" : "a single number,")} {only}."), Widen);
                break;
            case "integers" when low <= high && Math.Floor(high.Value) - Math.Ceiling(low.Value) is var steps and < 1:
                log.Add(steps < 0 ? LintRules.EmptyDomain : LintRules.SinglePoint, symbol, string.Create(CultureInfo.InvariantCulture, $"From {low} to {high} there is {(steps < 0 ? "no" : "only one")} whole number for {symbol.Name}."), Widen);
                break;
            case "one-hot" when Shape(record) is [] or ["1"]:
                log.Add(LintRules.SinglePoint, symbol, $"{symbol.Name} is one-hot with a single entry, which is always 1.", "Give it a shape of more entries.");
                break;
            case "positive-definite" when Shape(record) is not [var rows, var columns] || rows != columns:
                log.Add(LintRules.EmptyDomain, symbol, $"{symbol.Name} cannot be positive definite: it is no square matrix.", "Give it one size twice, as [\"d\", \"d\"].");
                break;
        }
    }

    private static string? Text(JObject record, string key) => record[key] is { Type: JTokenType.String } token ? token.Value<string>() : null;

    private static double? Number(JObject record, string key) => record[key] is { } token ? JsonRecord.NumberOf(token) : null;

    private static bool IsSet(JObject record, string key) => record[key] is { Type: JTokenType.Boolean } token && token.Value<bool>();

    private static List<string> Shape(JObject record) => record["shape"] is JArray sizes ? [.. sizes.Select(size => size.ToString())] : [];
}
