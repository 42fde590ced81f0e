using Formulas.Text;
using Newtonsoft.Json.Linq;

namespace Grader.Exercises;

/// <summary>
/// One object of a worksheet file, read key by key. A key that was asked for is a known key;
/// <see cref="RefuseUnknownKeys"/> reports the rest. What is missing or of the wrong type is logged and read as empty.
/// </summary>
internal sealed class JsonRecord(JObject json, ProblemLog log)
{
    private readonly HashSet<string> known = [];

    public JObject Json => json;

    private string Place => json.Path.Length == 0 ? "the worksheet" : json.Path;

    public JToken? Token(string key)
    {
        known.Add(key);
        return json.TryGetValue(key, StringComparison.Ordinal, out var token) ? token : null;
    }

    public JToken? Required(string key, string expected)
    {
        var token = Token(key);
        if (token is null) log.Add(json, $"\"{key}\" is missing in {Place}.", $"Give {expected}.");
        return token;
    }

    public string Text(string key)
    {
        var token = Required(key, "a text");
        if (token is null) return string.Empty;
        var text = TextOf(token);
        if (text is not null && string.IsNullOrWhiteSpace(text)) log.Add(token, $"\"{key}\" is empty in {Place}.", "It needs a text.");
        return text ?? string.Empty;
    }

    public string? OptionalText(string key) => Token(key) is { } token ? TextOf(token) : null;

    public EquatableList<string> Texts(string key) => Token(key) is { } token ? TextsOf(token) : [];

    public double? OptionalNumber(string key)
    {
        var token = Token(key);
        if (token is null) return null;
        if (NumberOf(token) is { } number) return number;
        log.Add(token, $"{token.Path} must be a finite number.");
        return null;
    }

    public int? OptionalWhole(string key)
    {
        var token = Token(key);
        if (token is null) return null;
        if (WholeOf(token) is { } whole) return whole;
        log.Add(token, $"{token.Path} must be a whole number.");
        return null;
    }

    public bool Flag(string key)
    {
        var token = Token(key);
        if (token is null) return false;
        if (token.Type == JTokenType.Boolean) return token.Value<bool>();
        log.Add(token, $"{token.Path} must be true or false.");
        return false;
    }

    public JsonRecord? Record(string key) => Token(key) is { } token ? RecordOf(token) : null;

    /// <summary>The objects of an array; an absent key is an empty array.</summary>
    public IReadOnlyList<JsonRecord> Records(string key)
    {
        var token = Token(key);
        if (token is null) return [];
        if (token is JArray array) return [.. array.Select(RecordOf).OfType<JsonRecord>()];
        log.Add(token, $"{token.Path} must be an array of objects.");
        return [];
    }

    /// <summary>The entries of an object whose keys are names of the author's choice.</summary>
    public IReadOnlyList<JProperty> Entries(string key) => Record(key)?.Json.Properties().ToList() ?? [];

    public JsonRecord? RecordOf(JToken token)
    {
        if (token is JObject inner) return new(inner, log);
        log.Add(token, $"{token.Path} must be an object.");
        return null;
    }

    public string? TextOf(JToken token)
    {
        if (token.Type == JTokenType.String) return token.Value<string>();
        log.Add(token, $"{token.Path} must be a text.");
        return null;
    }

    public EquatableList<string> TextsOf(JToken token)
    {
        if (token is JArray array) return array.Select(TextOf).OfType<string>().ToEquatableList();
        log.Add(token, $"{token.Path} must be an array of texts.");
        return [];
    }

    public void RefuseUnknownKeys()
    {
        foreach (var property in json.Properties().Where(property => !known.Contains(property.Name)))
        {
            log.Add(property, $"\"{property.Name}\" is no key of {Place}.", Suggestion.For(property.Name, known.Order(StringComparer.Ordinal)));
        }
    }

    public static double? NumberOf(JToken token) =>
        token.Type is JTokenType.Integer or JTokenType.Float && token.Value<double>() is var number && double.IsFinite(number) ? number : null;

    /// <summary>A whole number that an <c>int</c> holds, also written as 2.0.</summary>
    public static int? WholeOf(JToken token) =>
        NumberOf(token) is { } number && Math.Floor(number) == number && Math.Abs(number) <= int.MaxValue ? (int)number : null;
}
