using System.Text;
using Grader.Submissions;
using Grader.Tests.Exercises;

namespace Grader.Tests.Submissions;

/// <summary>The worksheets' sample answers, graphs among them, changed at random: each is read to an end, and what is refused has a place.</summary>
public sealed class AnswerFileFuzzTests
{
    private const int Changes = 3000;

    private static readonly string[] Words =
        ["\"", "{", "}", "[", "]", ",", ":", "null", "true", "1e999", "-", "\\u0000", "\\ud800", "\"nodes\"", "\"answers\": {", "\u2028", "\0", "[[", "{}", "// x\n", "0x1", "\uFEFF"];

    [TestCase(1)]
    [TestCase(2)]
    public void Read_ChangedSamples_EndsWithASubmission(int seed)
    {
        var random = new Random(seed);
        var samples = Directory.EnumerateFiles(RepositoryExercises.Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var refused = 0;
        for (var step = 0; step < Changes; step++)
        {
            var text = samples[random.Next(samples.Count)];
            for (var change = random.Next(1, 4); change > 0; change--) text = Changed(text, random);
            var submission = AnswerFileReader.Read("a.json", Encoding.UTF8.GetBytes(text));
            Assert.That(submission.Problems.Select(problem => problem.Message), Has.None.Empty, text);
            if (!submission.IsUnreadable) continue;
            refused++;
            // What is missing stands nowhere.
            Assert.That(submission.Problems.Any(problem => problem.Position is { Line: > 0, Column: > 0 } || problem.Code.StartsWith("missing-", StringComparison.Ordinal)), Is.True, $"{submission.Problems[0].Message}\n{text}");
        }

        Assert.That(refused, Is.InRange(Changes / 10, Changes - 1));
    }

    private static string Changed(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 20), text.Length - at);
        return random.Next(4) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Words[random.Next(Words.Length)]),
            2 => text.Insert(at, text.Substring(at, length)),
            _ => string.Concat(text.AsSpan(0, at), Words[random.Next(Words.Length)], text.AsSpan(at + length)),
        };
    }
}
