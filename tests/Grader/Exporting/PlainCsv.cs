using System.Text;

namespace Grader.Tests.Exporting;

/// <summary>RFC 4180 read letter by letter, independent of the library that writes it.</summary>
internal static class PlainCsv
{
    public static List<string[]> Read(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '"') at = Quoted(text, at + 1, cell);
            else at = Bare(text, at, cell);
            row.Add(cell.ToString());
            cell.Clear();
            if (at < text.Length && text[at] == ',')
            {
                at++;
                if (at < text.Length) continue;
                row.Add("");
            }

            Assert.That(text.Substring(at, 2), Is.EqualTo("\r\n"), "A record ends with CRLF.");
            at += 2;
            rows.Add([.. row]);
            row.Clear();
        }

        return rows;
    }

    private static int Bare(string text, int at, StringBuilder cell)
    {
        while (text[at] is not (',' or '\r'))
        {
            Assert.That(text[at], Is.Not.EqualTo('"').And.Not.EqualTo('\n'), "Quotes and line ends stand in quotes.");
            cell.Append(text[at++]);
        }

        return at;
    }

    private static int Quoted(string text, int at, StringBuilder cell)
    {
        while (true)
        {
            if (text[at] != '"') cell.Append(text[at++]);
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at += 2;
            }
            else return at + 1;
        }
    }
}
