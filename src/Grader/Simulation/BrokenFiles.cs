using System.Text;
using Formulas.Analysis;
using Grader.Submissions;

namespace Grader.Simulation;

/// <summary>Files of which nothing can be graded: cut off, empty, too large, for no worksheet there is.</summary>
internal static class BrokenFiles
{
    /// <summary>Files over the limit take room on the disk: so rare are they among the broken ones.</summary>
    private const int OneTooLargeIn = 12;

    /// <param name="content">The file as it should be.</param>
    public static (byte[] Content, string Made) Of(string content, string worksheet, SeededRandom random)
    {
        if (random.OneIn(OneTooLargeIn)) return (Utf8(content + new string(' ', AnswerFileReader.MaxBytes)), "over 1 MiB");
        return random.Next(0, 6) switch
        {
            0 => ([], "empty"),
            1 => (Utf8(content[..(content.Length / 2)]), "cut off"),
            2 => (Utf8($"[{content}]"), "no object"),
            3 => (Utf8(content.Replace($"\"{worksheet}\"", "\"calculus-one\"", StringComparison.Ordinal)), "unknown worksheet"),
            4 => ([.. Utf8(content), 0xFF, 0xFE, 0x80], "not UTF-8"),
            5 => (Utf8(content.Replace("\"worksheet\":", "\"worksheet\"", StringComparison.Ordinal)), "no colon"),
            _ => (Utf8("{\"answers\": " + new string('[', 100) + new string(']', 100) + "}"), "nested too deep"),
        };
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
