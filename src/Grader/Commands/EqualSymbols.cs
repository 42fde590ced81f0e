using System.Text.RegularExpressions;
using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Commands;

/// <summary>
/// Reads the symbols of <c>grader equal</c>: name to <c>{"shape", "low", "high", "lowOpen", "highOpen", "integer", "kind"}</c>,
/// every key optional. What is not declared is a real number, or a whole one where a sum runs to it.
/// </summary>
internal static partial class EqualSymbols
{
    /// <summary>Whole numbers without a bound are drawn within this distance of 0, or of their other bound.</summary>
    private const int WholeReach = 10;

    private static readonly string[] Keys = ["shape", "low", "high", "lowOpen", "highOpen", "integer", "kind"];

    private static readonly string[] Kinds = ["scalar", "function", "map"];

    public static Scope None { get; } = Scope.Empty with { Open = true };

    /// <exception cref="UnusableCallException">Something is not as it must be; the message names it.</exception>
    public static Scope Read(JToken? symbols)
    {
        if (symbols is null or { Type: JTokenType.Null }) return None;
        if (symbols is not JObject record) throw new UnusableCallException("\"symbols\" must be an object, name to {\"shape\", \"low\", \"high\", ...}.");
        var sizes = new SortedSet<string>(StringComparer.Ordinal);
        var declared = new List<Symbol>();
        foreach (var property in record.Properties())
        {
            var symbol = ReadSymbol(property, sizes);
            if (declared.Exists(other => other.Name == symbol.Name)) throw new UnusableCallException($"{symbol.Name} is declared twice.");
            declared.Add(symbol);
        }

        // A name that is a size is a number already.
        var kept = declared.Where(symbol => !sizes.Contains(symbol.Name)).ToEquatableList();
        return new(kept, sizes.ToEquatableList(), [], Open: true);
    }

    /// <summary>The scope in which an undeclared n that a sum runs to is a whole number from 1 on: between them the sum has no value.</summary>
    public static Scope WithCounts(Scope scope, IEnumerable<Expression> formulas)
    {
        var counts = formulas.SelectMany(Subexpressions.All).OfType<Expression.Repeated>()
            .SelectMany(repeated => Subexpressions.Symbols(repeated.From).Concat(Subexpressions.Symbols(repeated.To)))
            .Where(name => scope.Find(name) is null).Distinct()
            .Select(name => new Symbol(name, SymbolKind.Variable, Shape.Scalar, new Domain.Integers(1, WholeReach), [], []));
        return scope with { Symbols = scope.Symbols.Concat(counts).ToEquatableList() };
    }

    private static Symbol ReadSymbol(JProperty property, SortedSet<string> sizes)
    {
        var name = CanonicalName(property.Name);
        if (property.Value is not JObject record) throw new UnusableCallException($"The symbol {name} must be an object, such as {{\"low\": 0, \"high\": 1}} or {{\"shape\": [3, 2]}}.");
        if (record.Properties().FirstOrDefault(key => !Keys.Contains(key.Name)) is { } strange)
            throw new UnusableCallException($"The symbol {name} has no key \"{strange.Name}\".", Suggestion.For(strange.Name, Keys));
        var shape = ReadShape(name, record["shape"], sizes);
        switch (KindOf(name, record["kind"]))
        {
            case "function":
                return new(name, SymbolKind.ScalarFunction, Shape.Scalar, Domain.Reals, [], []);
            case "map":
                return new(name, SymbolKind.VectorMap, MapShape(shape, sizes), Domain.Reals, [], []);
            default:
                return new(name, SymbolKind.Variable, shape, ReadDomain(name, record), [], []);
        }
    }

    /// <summary>The name as formulas have it: a Greek letter is written out.</summary>
    private static string CanonicalName(string name)
    {
        if (FormulaReader.Read(name, None) is Reading<Expression>.Success { Value: Expression.Reference { Name: var read } }) return read;
        if (NameForm().IsMatch(name)) return name;
        throw new UnusableCallException($"\"{name}\" cannot name a symbol.", "A name is a letter, then letters, digits and underscores.");
    }

    private static string KindOf(string name, JToken? kind)
    {
        if (kind is null or { Type: JTokenType.Null }) return "scalar";
        if (kind is JValue { Value: string text } && Kinds.Contains(text)) return text;
        throw new UnusableCallException($"The kind of {name} must be \"scalar\", \"function\" or \"map\".");
    }

    private static Shape MapShape(Shape shape, SortedSet<string> sizes)
    {
        if (shape is Shape.MatrixShape) return shape;
        if (shape is Shape.VectorShape(var length)) return new Shape.MatrixShape(length, length);
        sizes.Add("d");
        return new Shape.MatrixShape(Size.Named("d"), Size.Named("d"));
    }

    private static Shape ReadShape(string name, JToken? token, SortedSet<string> sizes)
    {
        if (token is null or { Type: JTokenType.Null }) return Shape.Scalar;
        if (token is not JArray { Count: <= 2 } array) throw BadShape(name);
        var read = array.Select(size => ReadSize(name, size, sizes)).ToList();
        return read switch
        {
            [] => Shape.Scalar,
            [var length] => new Shape.VectorShape(length),
            [var rows, var columns] => new Shape.MatrixShape(rows, columns),
            _ => throw BadShape(name),
        };
    }

    private static Size ReadSize(string name, JToken token, SortedSet<string> sizes)
    {
        const int LargestSize = 1000;
        if (JsonRecord.WholeOf(token) is { } count && count is >= 1 and <= LargestSize) return Size.Literal(count);
        if (token is not JValue { Value: string text } || !NameForm().IsMatch(text)) throw BadShape(name);
        sizes.Add(text);
        return Size.Named(text);
    }

    private static Domain ReadDomain(string name, JObject record)
    {
        var (low, high) = (NumberOf(name, record, "low"), NumberOf(name, record, "high"));
        if (low > high) throw new UnusableCallException($"The lower bound of {name} is above the upper one.");
        var (lowOpen, highOpen) = (Flag(name, record, "lowOpen"), Flag(name, record, "highOpen"));
        if (!Flag(name, record, "integer"))
        {
            if (low == high && low is not null && (lowOpen || highOpen)) throw new UnusableCallException($"No number is allowed for {name}.");
            return new Domain.Interval(low, high, lowOpen, highOpen);
        }

        var from = low is { } least ? Math.Ceiling(least) + (lowOpen && Math.Ceiling(least) == least ? 1 : 0) : (double?)null;
        var to = high is { } most ? Math.Floor(most) - (highOpen && Math.Floor(most) == most ? 1 : 0) : (double?)null;
        var (first, last) = (from ?? Math.Min(-WholeReach, (to ?? 0) - WholeReach), to ?? Math.Max(WholeReach, (from ?? 0) + WholeReach));
        if (first > last) throw new UnusableCallException($"No whole number is allowed for {name}.");
        if (Math.Abs(first) > int.MaxValue || Math.Abs(last) > int.MaxValue) throw new UnusableCallException($"The bounds of {name} are too large for whole numbers.");
        return new Domain.Integers((int)first, (int)last);
    }

    private static double? NumberOf(string name, JObject record, string key)
    {
        if (record[key] is not { } token || token.Type == JTokenType.Null) return null;
        return JsonRecord.NumberOf(token) ?? throw new UnusableCallException($"\"{key}\" of {name} must be a number.");
    }

    private static bool Flag(string name, JObject record, string key)
    {
        if (record[key] is not { } token || token.Type == JTokenType.Null) return false;
        return token.Type == JTokenType.Boolean ? token.Value<bool>() : throw new UnusableCallException($"\"{key}\" of {name} must be true or false.");
    }

    private static UnusableCallException BadShape(string name) =>
        new($"The shape of {name} must hold at most two sizes.", "Write [] for a number, [3] or [\"n\"] for a vector, [3, 2] for a matrix.");

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex NameForm();
}
