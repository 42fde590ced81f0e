namespace Grader.Reporting;

/// <summary>Plain text: for files, pipes and terminals without colours. Columns are padded, nothing is cut.</summary>
internal sealed class ConsolePlain(TextWriter writer) : ConsoleOutput
{
    private const string Gap = "  ";

    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(30);

    public override void WriteLine(ConsoleText line) => writer.WriteLine(TerminalText.Safe(line.Text));

    public override void WriteTable(ConsoleTable table)
    {
        var titles = table.Columns.Select(column => column.Title).ToList();
        var rows = table.Rows.Select(row => row.Select(cell => TerminalText.OneLine(cell.Text)).ToList()).Prepend(titles).ToList();
        var widths = Enumerable.Range(0, titles.Count).Select(column => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            var cells = row.Select((text, column) =>
                table.Columns[column].RightAligned ? text.PadLeft(widths[column]) : text.PadRight(widths[column]));
            writer.WriteLine(string.Join(Gap, cells).TrimEnd());
        }
    }

    // In a log, a bar would be thousands of lines; short work needs none.
    public override void Progress(LongWork shown, Action<Action> work)
    {
        var (turn, done, last) = (new Lock(), 0, shown.Clock.GetTimestamp());
        work(() =>
        {
            lock (turn)
            {
                done++;
                if (done == shown.Total || shown.Clock.GetElapsedTime(last) < BetweenLines) return;
                last = shown.Clock.GetTimestamp();
                writer.WriteLine($"{shown.Title}: {done} of {shown.Total}{(shown.Details() is { Length: > 0 } details ? $", {details}" : "")}");
                writer.Flush();
            }
        });
    }
}
