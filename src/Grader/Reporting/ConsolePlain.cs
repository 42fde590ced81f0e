namespace Grader.Reporting;

/// <summary>Plain text: for files, pipes and terminals without colours. Columns are padded, nothing is cut.</summary>
internal sealed class ConsolePlain(TextWriter writer) : ConsoleOutput
{
    private const string Gap = "  ";

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

    public override void Progress(string title, int total, Action<Action> work) => work(() => { });
}
