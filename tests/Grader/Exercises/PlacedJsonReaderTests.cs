using Grader.Exercises;
using Newtonsoft.Json;

namespace Grader.Tests.Exercises;

public sealed class PlacedJsonReaderTests
{
    /// <summary>Each token with the line and column at which it begins, both from 1.</summary>
    [TestCase("{ \"a\": 12, \"b\" : [true, null] }", "StartObject 1:1, PropertyName 1:3, Integer 1:8, PropertyName 1:12, StartArray 1:18, Boolean 1:19, Null 1:25, EndArray 1:29, EndObject 1:31")]
    [TestCase("{\r\n\t\"a\\\"b\\\\\": \"say \\\"x\\\"\"\r}", "StartObject 1:1, PropertyName 2:2, String 2:12, EndObject 3:1")]
    [TestCase("[-1.5e3,'x', \"\",\n // why\n\"\u2028z\"]", "StartArray 1:1, Float 1:2, String 1:9, String 1:14, Comment 2:7, String 3:1, EndArray 3:5")]
    public void Column_OfAToken_IsWhereItBegins(string json, string expected)
    {
        using var reader = new PlacedJsonReader(json);
        IJsonLineInfo place = reader;
        var tokens = new List<string>();
        while (reader.Read()) tokens.Add($"{reader.TokenType} {place.LineNumber}:{place.LinePosition}");
        Assert.That(string.Join(", ", tokens), Is.EqualTo(expected));
    }

    [Test]
    public void Column_OfATextOverSeveralLines_IsWhereItEnds()
    {
        using var reader = new PlacedJsonReader("[\"one\ntwo\"]");
        reader.Read();
        reader.Read();
        Assert.That((reader.LineNumber, reader.Column), Is.EqualTo((2, 4)));
    }
}
