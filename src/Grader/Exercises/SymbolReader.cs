using System.Text.RegularExpressions;
using Formulas.Expressions;
using Formulas.Text;
using Newtonsoft.Json.Linq;

namespace Grader.Exercises;

/// <summary>What an object <c>symbols</c> declares: symbols proper, and sizes that are inputs themselves.</summary>
internal sealed record Declarations(EquatableList<Symbol> Symbols, EquatableList<string> SizeInputs);

/// <summary>Reads symbols, shapes and sizes of a worksheet file.</summary>
internal static partial class SymbolReader
{
    private static readonly string[] Kinds = ["index", "function", "map", "derived", "size"];

    public static Declarations ReadAll(JsonRecord owner, ProblemLog log)
    {
        var symbols = new List<Symbol>();
        var sizeInputs = new List<string>();
        foreach (var entry in owner.Entries("symbols"))
        {
            if (!NameForm().IsMatch(entry.Name))
            {
                log.Add(entry, $"\"{entry.Name}\" cannot name a symbol.", "A name is a letter, then letters, digits and underscores.");
            }

            if (owner.RecordOf(entry.Value) is not { } record) continue;
            var kind = record.OptionalText("kind");
            if (kind == "size") sizeInputs.Add(entry.Name);
            else if (Read(entry.Name, kind, record, log) is { } symbol) symbols.Add(symbol);
            record.RefuseUnknownKeys();
        }

        return new(symbols.ToEquatableList(), sizeInputs.ToEquatableList());
    }

    /// <summary>Samples are drawn in every size: far more than a person would write out, far less than memory holds.</summary>
    private const int LargestSize = 100;

    public static EquatableList<SizeRange> ReadSizes(JsonRecord owner, ProblemLog log)
    {
        var ranges = new List<SizeRange>();
        foreach (var entry in owner.Entries("sizes"))
        {
            if (entry.Value is JArray { Count: 2 } bounds
                && JsonRecord.WholeOf(bounds[0]) is { } low && JsonRecord.WholeOf(bounds[1]) is { } high && low >= 1 && low <= high && high <= LargestSize)
            {
                ranges.Add(new(entry.Name, low, high));
            }
            else
            {
                log.Add(entry, $"The size {entry.Name} must be two whole numbers from 1 to {LargestSize}, the smaller first.", "Write it as [2, 4].");
            }
        }

        return ranges.ToEquatableList();
    }

    /// <summary>The shape under <c>shape</c>: [] a scalar, [n] a vector, [n, d] a matrix. Absent: a scalar.</summary>
    public static Shape ReadShape(JsonRecord owner, ProblemLog log)
    {
        var token = owner.Token("shape");
        if (token is null) return Shape.Scalar;
        var sizes = (token as JArray)?.Select(ReadSize).ToList();
        switch (sizes)
        {
            case []:
                return Shape.Scalar;
            case [{ } length]:
                return new Shape.VectorShape(length);
            case [{ } rows, { } columns]:
                return new Shape.MatrixShape(rows, columns);
            default:
                log.Add(token, $"{token.Path} must hold at most two sizes.", "Write [] for a scalar, [\"n\"] for a vector, [\"n\", \"d\"] for a matrix; \"n+1\" and whole numbers are sizes too.");
                return Shape.Scalar;
        }
    }

    public static IEnumerable<Size> SizesOf(Shape shape) => shape switch
    {
        Shape.VectorShape(var length) => [length],
        Shape.RowShape(var length) => [length],
        Shape.MatrixShape(var rows, var columns) => [rows, columns],
        _ => [],
    };

    private static Symbol? Read(string name, string? kind, JsonRecord record, ProblemLog log)
    {
        var spellings = record.Texts("spellings");
        var firstIndices = FirstIndices(record, log);
        var shape = ReadShape(record, log);
        switch (kind)
        {
            case null:
                return new(name, SymbolKind.Variable, shape, ReadDomain(record, log), spellings, firstIndices);
            case "index":
                var range = record.Required("range", "the size that the index runs up to");
                if (range is null) return null;
                if (ReadSize(range) is { } size) return new(name, SymbolKind.Index, Shape.Scalar, Domain.Reals, spellings, firstIndices, size);
                log.Add(range, $"{range.Path} must be a size.", "Write \"n\", \"n+1\" or a whole number.");
                return null;
            case "function":
                return new(name, SymbolKind.ScalarFunction, Shape.Scalar, Domain.Reals, spellings, firstIndices);
            case "map":
                if (shape is not Shape.MatrixShape)
                {
                    log.Add(record.Json, $"The map {name} needs a shape of two sizes, of its values and of its argument.", "Write [\"d\", \"d\"].");
                    return null;
                }

                return new(name, SymbolKind.VectorMap, shape, Domain.Reals, spellings, firstIndices);
            case "derived":
                return new(name, SymbolKind.Derived, shape, ReadDomain(record, log), spellings, firstIndices, null, record.Text("definition"), record.Texts("parameters"));
            default:
                log.Add(record.Json, $"\"{kind}\" is no kind of symbol.", Suggestion.For(kind, Kinds));
                return null;
        }
    }

    private static Domain ReadDomain(JsonRecord record, ProblemLog log)
    {
        var (low, high) = (record.OptionalNumber("low"), record.OptionalNumber("high"));
        var (lowOpen, highOpen) = (record.Flag("lowOpen"), record.Flag("highOpen"));
        if (low > high) log.Add(record.Json, $"The lower bound {low} of {record.Json.Path} is above the upper bound {high}.", "Exchange the two.");
        switch (record.OptionalText("domain"))
        {
            case null:
                return low is null && high is null ? Domain.Reals : new Domain.Interval(low, high, lowOpen, highOpen);
            case "binary":
                return new Domain.Binary();
            case "one-hot":
                return new Domain.OneHot();
            case "positive-definite":
                return new Domain.PositiveDefinite();
            case "integers" when low is { } from && high is { } to:
                return new Domain.Integers((int)from, (int)to);
            case "integers":
                log.Add(record.Json, $"The whole numbers of {record.Json.Path} need \"low\" and \"high\".");
                return Domain.Reals;
            case var other:
                log.Add(record.Json, $"\"{other}\" is no domain.", Suggestion.For(other, ["binary", "one-hot", "positive-definite", "integers"]));
                return Domain.Reals;
        }
    }

    /// <summary>One whole number for each axis; a single number may stand without brackets.</summary>
    private static EquatableList<int> FirstIndices(JsonRecord record, ProblemLog log)
    {
        var token = record.Token("firstIndex");
        if (token is null) return [];
        var numbers = (token is JArray array ? array.ToList() : [token]).Select(JsonRecord.WholeOf).ToList();
        if (numbers.All(number => number is not null)) return numbers.Select(number => number!.Value).ToEquatableList();
        log.Add(token, $"{token.Path} must be a whole number for each axis.", "Write [1, 0] for rows from 1 and columns from 0.");
        return [];
    }

    private static Size? ReadSize(JToken token)
    {
        if (JsonRecord.WholeOf(token) is { } count && count is >= 1 and <= LargestSize) return Size.Literal(count);
        if (token.Type != JTokenType.String) return null;
        var match = SizeForm().Match(token.Value<string>()!);
        if (!match.Success) return null;
        var offset = match.Groups["offset"].Value;
        return new(match.Groups["name"].Value, offset.Length == 0 ? 0 : int.Parse(offset, System.Globalization.CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"^(?<name>[A-Za-z][A-Za-z0-9_]*)(?<offset>[+-]\d{1,3})?$")]
    private static partial Regex SizeForm();
}
