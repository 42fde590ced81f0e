using System.Globalization;
using System.Text.RegularExpressions;
using Formulas.Text;
using Newtonsoft.Json;

namespace Grader.Submissions;

/// <summary>
/// JSON text to a tree with places. Comments and trailing commas are allowed; depth is counted, so that no file
/// can exhaust the stack.
/// </summary>
internal sealed partial class JsonDocumentReader
{
    public const int MaxDepth = 64;

    private readonly TextPlaces places;
    private readonly JsonTextReader reader;

    /// <summary>Offset of the first character after the token before the current one.</summary>
    private int previousEnd;

    private int currentStart;

    private JsonDocumentReader(string text, JsonTextReader reader)
    {
        places = new(text);
        this.reader = reader;
    }

    /// <returns>The root, or the one problem that stopped the reading.</returns>
    public static (JsonNode? Root, Problem? Problem) Read(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double,
            // One more than allowed: the depth is counted here, with a message of our own.
            MaxDepth = MaxDepth + 1,
        };
        var document = new JsonDocumentReader(text, reader);
        try
        {
            if (!document.Advance()) return (null, FileMessages.Empty());
            var root = document.ReadNode();
            document.Advance();
            return (root, null);
        }
        catch (JsonReaderException error)
        {
            return (null, JsonErrors.Explain(error, document.places));
        }
        catch (TooDeepException)
        {
            return (null, FileMessages.TooDeep(MaxDepth, document.places.At(document.currentStart)));
        }
        catch (OverflowException)
        {
            // The reader's own integer parsing, for octal and hexadecimal digits without end.
            return (null, FileMessages.Broken("a number could not be read", document.places.At(document.previousEnd), null));
        }
    }

    private bool Advance()
    {
        do
        {
            previousEnd = End();
            if (!reader.Read()) return false;
        }
        while (reader.TokenType == JsonToken.Comment);
        currentStart = places.SkipSeparators(previousEnd);
        return true;
    }

    private int End() => reader.LineNumber == 0 ? 0 : places.OffsetOf(reader.LineNumber, reader.LinePosition);

    private JsonNode ReadNode()
    {
        var position = places.At(currentStart);
        switch (reader.TokenType)
        {
            case JsonToken.StartObject:
                GuardDepth();
                return ReadObject(position);
            case JsonToken.StartArray:
                GuardDepth();
                return ReadArray(position);
            case JsonToken.String:
                return new JsonNode.String(position, WellFormed((string)reader.Value!));
            case JsonToken.Integer or JsonToken.Float:
                return ReadNumber(position);
            case JsonToken.Null:
                return new JsonNode.Null(position);
            case JsonToken.Boolean:
                return new JsonNode.Unusable(position, FileMessages.TruthValue(places.Slice(currentStart, End()), position));
            case JsonToken.StartConstructor:
                throw new JsonReaderException("Unexpected constructor.", "", reader.LineNumber, reader.LinePosition, null);
            default:
                return new JsonNode.Unusable(position, FileMessages.StrangeToken(places.Slice(currentStart, End()), position));
        }
    }

    private JsonNode.Object ReadObject(FilePosition position)
    {
        var members = new List<JsonMember>();
        for (Continue(); reader.TokenType != JsonToken.EndObject; Continue())
        {
            var key = WellFormed((string)reader.Value!);
            var keyPosition = places.At(currentStart);
            Continue();
            members.Add(new(key, keyPosition, ReadNode()));
        }

        return new(position, members.ToEquatableList());
    }

    private JsonNode.Array ReadArray(FilePosition position)
    {
        var items = new List<JsonNode>();
        for (Continue(); reader.TokenType != JsonToken.EndArray; Continue()) items.Add(ReadNode());

        return new(position, items.ToEquatableList());
    }

    private JsonNode ReadNumber(FilePosition position)
    {
        var written = places.Slice(currentStart, End());
        var value = reader.TokenType == JsonToken.Float ? (double)reader.Value! : 0;
        if (double.IsNaN(value) || written.Contains("Infinity", StringComparison.Ordinal))
        {
            return new JsonNode.Unusable(position, FileMessages.NotFinite(written, position));
        }

        if (!DecimalNumber().IsMatch(written)) return new JsonNode.Unusable(position, FileMessages.OddNumber(written, position));
        value = double.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? new JsonNode.Number(position, value, written)
            : new JsonNode.Unusable(position, FileMessages.TooLarge(written, position));
    }

    /// <summary>The next token, where there must be one. The reader itself lets a file end inside brackets.</summary>
    private void Continue()
    {
        if (!Advance()) throw new JsonReaderException("Unexpected end when reading JSON.", "", reader.LineNumber, reader.LinePosition, null);
    }

    private void GuardDepth()
    {
        if (reader.Depth >= MaxDepth) throw new TooDeepException();
    }

    /// <summary>Half a surrogate pair, which JSON can escape but no page can show, becomes the replacement character.</summary>
    private static string WellFormed(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

    /// <summary>A decimal number without leading zeros, which JSON readers disagree about.</summary>
    [GeneratedRegex(@"^[+-]?((0|[1-9]\d*)(\.\d*)?|\.\d+)([eE][+-]?\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalNumber();

    private sealed class TooDeepException : Exception;
}
