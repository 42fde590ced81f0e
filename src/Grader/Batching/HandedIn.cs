using Grader.Programs;

namespace Grader.Batching;

/// <summary>Which of several files make one submission: an answer file, a program, or both together.</summary>
internal static class HandedIn
{
    /// <summary>
    /// Files named in one call. One answer file and one program belong together; C# files are one program; anything else stands
    /// for itself.
    /// </summary>
    public static IReadOnlyList<FoundFile> Named(IReadOnlyList<string> files)
    {
        var answers = files.Where(file => !ProgramFiles.IsProgram(file)).ToList();
        var sources = files.Where(ProgramFiles.IsSource).ToList();
        List<List<string>> programs = [.. files.Where(file => ProgramFiles.IsProgram(file) && !ProgramFiles.IsSource(file)).Select(file => new List<string> { file })];
        if (sources.Count > 0) programs.Add(sources);
        if (answers is [var only] && programs is [var program]) return [new(only, only, null) { Program = program }];
        return [.. answers.Select(file => new FoundFile(file, file, null)), .. programs.Select(Alone)];
    }

    /// <summary>
    /// Files of one folder. Where they are one student's, the answer file and the program belong together; elsewhere, files of one name
    /// do. A project folder counts with the DLL that its student built, else with its C# files.
    /// </summary>
    /// <param name="together">Whether all of them are one student's.</param>
    public static IEnumerable<FoundFile> InFolder(IReadOnlyList<string> files, string folder, string root, bool together)
    {
        var answers = files.Where(SubmissionFiles.IsAnswerFile).ToList();
        var programs = Programs(files, folder, isShared: !together).ToList();
        if (together && answers is [var only] && programs is [var program])
        {
            yield return new(only, SubmissionFiles.Shown(only, root), null) { Program = program };
            yield break;
        }

        foreach (var answer in answers)
        {
            var own = programs.FirstOrDefault(one => Stem(one[0]) == Stem(answer));
            if (own is not null) programs.Remove(own);
            yield return new(answer, SubmissionFiles.Shown(answer, root), null) { Program = own ?? [] };
        }

        foreach (var one in programs)
        {
            var student = !together || folder == root ? Stem(one[0]) : Path.GetRelativePath(root, folder).Split(Path.DirectorySeparatorChar)[0];
            yield return new(one[0], SubmissionFiles.Shown(one[0], root), null) { Program = one, Student = student };
        }
    }

    private static IEnumerable<List<string>> Programs(IReadOnlyList<string> files, string folder, bool isShared)
    {
        var sources = files.Where(file => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList();
        var assemblies = files.Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && !IsLibrary(file)).ToList();
        var project = files.FirstOrDefault(file => file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase));
        if (project is not null && Built(folder, Stem(project)) is { } built) return [[built]];
        if (assemblies.Count > 0 && !isShared) return assemblies.Select(file => new List<string> { file });
        var alone = assemblies.Select(file => new List<string> { file });
        return isShared ? alone.Concat(sources.Select(file => new List<string> { file })) : sources.Count > 0 ? [sources] : [];
    }

    /// <summary>The DLL that was built last.</summary>
    private static string? Built(string folder, string name)
    {
        var output = Path.Combine(folder, "bin");
        return !Directory.Exists(output) ? null : Directory
            .EnumerateFiles(output, $"{name}.dll", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .OrderByDescending(File.GetLastWriteTimeUtc).FirstOrDefault();
    }

    /// <summary>What builds copy beside a student's own DLL.</summary>
    private static bool IsLibrary(string path) => Libraries.Any(name => Path.GetFileName(path).StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Libraries = ["MathNet.", "Microsoft.", "System.", "nunit", "NUnit3.", "xunit", "Newtonsoft."];

    private static string Stem(string path) => Path.GetFileNameWithoutExtension(path);

    private static FoundFile Alone(List<string> program) =>
        new(program[0], program[0], null) { Program = program, Student = Path.GetFileNameWithoutExtension(program[0]) };
}
