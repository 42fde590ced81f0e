using System.CommandLine;
using Grader.Exporting;

namespace Grader.Commands;

/// <summary>What an export is to be made with.</summary>
internal sealed record ExportRequest(Roster? Roster, ExportSettings Settings);

/// <summary>A class list as it was given.</summary>
internal sealed record GivenRoster(string Text, string? IdColumn);

/// <summary>The options that exports share, whether asked for by <c>export</c> or <c>batch</c>.</summary>
internal sealed class ExportOptions
{
    private readonly Option<string?> roster = new("--roster")
    {
        Description = "The class list: Canvas's or Moodle's gradebook, Moodle's grading worksheet, Gradescope's roster, or a table with id and name",
        HelpName = "FILE.csv",
    };

    private readonly Option<string?> idColumn = new("--id-column") { Description = "The roster's column of ids, where its header is not a usual one", HelpName = "HEADER" };

    private readonly Option<string[]> column = new("--column")
    {
        Description = "What the receiving system calls a worksheet",
        HelpName = "WORKSHEET=NAME",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<bool> finalOnly = new("--final-only") { Description = "Leave marks empty that still wait for a person" };

    public void AddTo(Command command)
    {
        command.Options.Add(roster);
        command.Options.Add(idColumn);
        command.Options.Add(column);
        command.Options.Add(finalOnly);
    }

    /// <exception cref="UnusableCallException">The roster cannot be read, or a column is named in another form.</exception>
    public ExportRequest Read(ParseResult call, Surroundings surroundings) => new(
        call.GetValue(roster) is { } file ? ReadRoster(file, call.GetValue(idColumn)) : null,
        new(Columns(call.GetValue(column) ?? []), call.GetValue(finalOnly), surroundings.Clock.GetLocalNow().DateTime));

    /// <summary>The roster's text, and the column named for it; null where none is given.</summary>
    public GivenRoster? Roster(ParseResult call) => call.GetValue(roster) is { } file ? new(TextFile.Read(file), call.GetValue(idColumn)) : null;

    private static Roster ReadRoster(string file, string? idColumn)
    {
        try
        {
            return RosterReader.Read(TextFile.Read(file), idColumn);
        }
        catch (FormatException problem)
        {
            throw new UnusableCallException($"{file}: {problem.Message}");
        }
    }

    private static Dictionary<string, string> Columns(string[] given)
    {
        var columns = new Dictionary<string, string>();
        foreach (var entry in given)
        {
            var sign = entry.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0 || !columns.TryAdd(entry[..sign].Trim(), entry[(sign + 1)..].Trim()))
            {
                throw new UnusableCallException($"--column '{entry}' cannot be used.", "It has the form WORKSHEET=NAME, once for each worksheet.");
            }
        }

        return columns;
    }
}
