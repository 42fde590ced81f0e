using Grader.Commands;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Commands;

/// <summary>Conditions and lines of pairs made at random: each has a reply, and what cannot be read is quoted or explained.</summary>
public sealed class EqualFuzzTests
{
    private static readonly string[] Conditions =
        ["x", "W", "v", ":", ">", "<=", "0", "1e999", "2/3", "1/0", "3x2", "n", "d x d", "integer", "function", "map", ",", " ", "=", "-", "∞", "99999999999", "0 < ", "\"", "x > 1, x < 0", "π"];

    private static readonly string[] Lines =
        ["{", "}", "\"a\"", "\"b\"", "\"symbols\"", ":", ",", "\"x\"", "\"x +\"", "null", "1", "[", "]", "{\"a\": \"x\", \"b\": \"x\"}", "\"shape\"", "\"low\"", "\\u0000", "\"", "\u2028", "-1e999", " "];

    [Test]
    public void Equal_UnderAnyConditions_EndsWithAReply()
    {
        var random = new Random(1);
        for (var step = 0; step < 300; step++)
        {
            var where = Soup(Conditions, random);
            var run = CommandRun.Of("equal", "x", "x + x - x", "--where", where);
            Assert.That(run.Exit, Is.AnyOf(ExitCode.Well, ExitCode.NotWell, ExitCode.Unusable), where);
            Assert.That(run.Output + run.Error, Is.Not.Empty.And.Not.Contain("   at "), where);
        }
    }

    [Test]
    public void EqualStream_OfAnyLines_RepliesToEach()
    {
        var random = new Random(2);
        var lines = Enumerable.Range(0, 3000).Select(_ => Soup(Lines, random)).Where(line => line.Trim().Length > 0).ToList();
        var run = CommandRun.With(string.Join('\n', lines), "equal", "--jsonl");
        var replies = run.Output.TrimEnd('\n').Split('\n').Select(JObject.Parse).ToList();
        Assert.That(replies, Has.Count.EqualTo(lines.Count));
        foreach (var (reply, line) in replies.Zip(lines))
            Assert.That(reply["equal"]!.Type != JTokenType.Null || !string.IsNullOrEmpty((string?)reply["error"]), Is.True, $"{line}: {reply}");
    }

    private static string Soup(string[] words, Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => words[random.Next(words.Length)]));
}
