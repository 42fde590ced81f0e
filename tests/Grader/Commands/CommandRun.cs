using System.Globalization;
using Grader.Commands;

namespace Grader.Tests.Commands;

/// <summary>Runs the program in memory: what it wrote, and how it ended.</summary>
internal sealed record CommandRun(int Exit, string Output, string Error)
{
    public static CommandRun Of(params string[] arguments) => With("", arguments);

    public static CommandRun With(string input, params string[] arguments) => Run(input, TimeProvider.System, arguments);

    public static CommandRun At(TimeProvider clock, params string[] arguments) => Run("", clock, arguments);

    private static CommandRun Run(string input, TimeProvider clock, string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var surroundings = new Surroundings(
            new StringReader(input), output, error, Terminal: false, Colour: false, AppContext.BaseDirectory, ClassSecret: 7, clock);
        var exit = CommandLineRun.Run(arguments, surroundings);
        return new(exit, output.ToString(), error.ToString());
    }
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("grader-test-").FullName;

    public string Path { get; }

    public string Write(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
