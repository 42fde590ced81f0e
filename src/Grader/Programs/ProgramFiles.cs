using System.Diagnostics;
using Compiling;
using Formulas.Text;
using Grader.Running;
using Grader.Submissions;
using Scanning;

namespace Grader.Programs;

/// <summary>A program's bytes, or why there are none.</summary>
internal abstract record ProgramImage
{
    private ProgramImage()
    {
    }

    /// <param name="Symbols">A portable PDB for line numbers; empty where there is none beside the program, or it is inside.</param>
    /// <param name="Notes">Warnings of the compiler, each with its place.</param>
    public sealed record Ready(ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Symbols, EquatableList<string> Notes) : ProgramImage;

    public sealed record Refused(EquatableList<Problem> Problems) : ProgramImage;
}

/// <summary>What students hand in as code: a DLL, or C# files that are compiled in a process of their own.</summary>
internal static class ProgramFiles
{
    private static readonly string[] Endings = [".dll", ".exe", ".cs", ".csproj", ".sln", ".slnx"];

    public static bool IsProgram(string path) => Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) || SourceFiles.IsSource(path);

    /// <summary>Several of these make one program; of other files, each is one.</summary>
    public static bool IsSource(string path) => SourceFiles.IsSource(path);

    /// <exception cref="BoxFaultException">The compiler cannot be started.</exception>
    public static ProgramImage Read(IReadOnlyList<string> paths) => IsSource(paths[0]) ? Compile(paths) : ReadAssembly(paths[0]);

    private static ProgramImage ReadAssembly(string path) => HandedInFile.Read(path, Scan.LargestFile) switch
    {
        HandedInFile.Content program => new ProgramImage.Ready(program.Bytes, Symbols(path), []),
        HandedInFile.TooLarge => Refused("file-too-large", $"The file has more than {Scan.LargestFile >> 20} MiB.", "Hand in the DLL of your own code only."),
        HandedInFile.Missing => Refused("missing-file", $"There is no file '{path}'.", "Check the spelling."),
        HandedInFile.Folder => new ProgramImage.Refused([FileMessages.IsDirectory(path)]),
        HandedInFile.Unreadable unreadable => new ProgramImage.Refused([FileMessages.CannotOpen(path, unreadable.Reason)]),
        _ => throw new UnreachableException(),
    };

    private static ReadOnlyMemory<byte> Symbols(string program)
    {
        var path = Path.ChangeExtension(program, ".pdb");
        return File.Exists(path) && HandedInFile.Read(path, Scan.LargestFile) is HandedInFile.Content symbols ? symbols.Bytes : default(ReadOnlyMemory<byte>);
    }

    private static ProgramImage Compile(IReadOnlyList<string> paths) => SourceFiles.Read(paths) switch
    {
        SourceReading.Unreadable unreadable => Refused("not-loadable", unreadable.Reason, null),
        SourceReading.Success sources => SourceCompilation.Find().Compile(sources.Files) switch
        {
            Compiled.Success success => new ProgramImage.Ready(
                success.Assembly, default, success.Warnings.Select(warning => string.Join('\n', warning.Lines())).ToEquatableList()),
            Compiled.Refused refused => new ProgramImage.Refused(refused.Problems.Select(problem => Problem(problem, Path.GetFileName(paths[0]))).ToEquatableList()),
            _ => throw new UnreachableException(),
        },
        _ => throw new UnreachableException(),
    };

    /// <param name="shown">The file that the problem is shown with: another one has to be named.</param>
    private static Problem Problem(SourceProblem problem, string shown) => new(
        "compile-error",
        problem.Place is { } at
            ? $"{(at.File == shown ? "" : $"{at.File}: ")}{problem.Message} ({problem.Code})\n{string.Join('\n', problem.Lines().Skip(1).Take(2))}"
            : problem.Message,
        problem.Place is { } place ? new(place.Line, place.Column) : null,
        problem.Hint,
        ProblemSeverity.Fatal);

    private static ProgramImage.Refused Refused(string code, string message, string? hint) =>
        new([new Problem(code, message, null, hint, ProblemSeverity.Fatal)]);
}
