using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Grader.Reporting;

/// <summary>A terminal: tables with lines, a progress bar, and colours where they are wanted.</summary>
internal sealed class ConsoleTerminal : ConsoleOutput
{
    // The words behind the bar need the room more.
    private const int BarWidth = 24;

    private readonly IAnsiConsole console;

    public ConsoleTerminal(TextWriter writer, bool colour) =>
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.Detect,
            ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });

    public override void WriteLine(ConsoleText line) => console.MarkupLine(Markup(line));

    public override void WriteTable(ConsoleTable table)
    {
        var drawn = new Table().Border(TableBorder.Rounded);
        foreach (var column in table.Columns)
        {
            var header = new TableColumn(new Markup($"[bold]{Spectre.Console.Markup.Escape(column.Title)}[/]"));
            drawn.AddColumn(column.RightAligned ? header.RightAligned() : header);
        }

        foreach (var row in table.Rows) drawn.AddRow(row.Select(Markup).ToArray());
        console.Write(drawn);
    }

    public override void Progress(LongWork shown, Action<Action> work) =>
        console.Progress()
            .Columns(
                new TaskDescriptionColumn(), new ProgressBarColumn { Width = BarWidth }, new PercentageColumn(), new CountColumn(), new RemainingTimeColumn(), new DetailsColumn(shown.Details))
            .Start(context =>
            {
                var task = context.AddTask(Spectre.Console.Markup.Escape(shown.Title), maxValue: Math.Max(1, shown.Total));
                work(() => task.Increment(1));
            });

    private static string Markup(ConsoleText text)
    {
        var escaped = Spectre.Console.Markup.Escape(TerminalText.Safe(text.Text));
        return text.Tone switch
        {
            Tone.Plain => escaped,
            Tone.Heading => $"[bold]{escaped}[/]",
            Tone.Good => $"[green]{escaped}[/]",
            Tone.Middling => $"[yellow]{escaped}[/]",
            Tone.Bad => $"[red]{escaped}[/]",
            Tone.Quiet => $"[grey]{escaped}[/]",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private sealed class CountColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(string.Create(CultureInfo.InvariantCulture, $"{task.Value:0} of {task.MaxValue:0}"));
    }

    private sealed class DetailsColumn(Func<string> details) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(details()) { Overflow = Overflow.Ellipsis };
    }
}
