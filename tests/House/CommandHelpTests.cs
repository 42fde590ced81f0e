using System.Globalization;
using Grader.Commands;

namespace House.Tests;

/// <summary>Every command teaches by example.</summary>
public sealed class CommandHelpTests
{
    [TestCaseSource(nameof(Commands))]
    public void Command_Help_ShowsExamples(string command)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var surroundings = new Surroundings(
            TextReader.Null, output, TextWriter.Null, Terminal: false, Colour: false, AppContext.BaseDirectory, ClassSecret: 1, TimeProvider.System);
        var exit = CommandLineRun.Run([command, "--help"], surroundings);
        Assert.That(exit, Is.EqualTo(ExitCode.Well));
        Assert.That(output.ToString(), Does.Contain("Examples:").And.Contain($"grader {command}"));
    }

    private static IEnumerable<string> Commands() => CommandTable.Rows.Select(row => row.Name);
}
