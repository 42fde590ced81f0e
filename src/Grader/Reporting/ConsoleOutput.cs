using Formulas.Text;

namespace Grader.Reporting;

/// <summary>What a line is about, for those who see colours. No meaning rests on colour alone.</summary>
public enum Tone
{
    Plain,
    Heading,
    Good,
    Middling,
    Bad,
    Quiet,
}

/// <summary>A text with its tone.</summary>
public sealed record ConsoleText(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator ConsoleText(string text) => new(text);

    public static ConsoleText FromString(string text) => new(text);
}

/// <param name="RightAligned">For numbers.</param>
public sealed record ConsoleColumn(string Title, bool RightAligned = false);

public sealed record ConsoleTable(EquatableList<ConsoleColumn> Columns, EquatableList<EquatableList<ConsoleText>> Rows);

/// <summary>Work that takes long enough to be watched.</summary>
/// <param name="Total">How many pieces there are.</param>
public sealed record LongWork(string Title, int Total)
{
    /// <summary>What the work came to so far, in a few words; asked from another thread.</summary>
    public Func<string> Details { get; init; } = () => string.Empty;

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>Where results are written for people: with lines and colours on a terminal, as plain text elsewhere.</summary>
public abstract class ConsoleOutput
{
    /// <summary>Spectre.Console is loaded only where colours are wanted: it costs more time than a check.</summary>
    public static ConsoleOutput To(TextWriter writer, bool terminal, bool colour) =>
        terminal ? new ConsoleTerminal(writer, colour) : new ConsolePlain(writer);

    /// <summary>Writes one line; control characters of student text never reach the terminal.</summary>
    public abstract void WriteLine(ConsoleText line);

    public abstract void WriteTable(ConsoleTable table);

    /// <summary>Runs <paramref name="work"/>, which reports each piece that is done, from any thread: a bar on a terminal, a line now and then elsewhere.</summary>
    public abstract void Progress(LongWork shown, Action<Action> work);

    public void WriteLine() => WriteLine(string.Empty);
}
