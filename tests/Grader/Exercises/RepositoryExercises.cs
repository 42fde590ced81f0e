namespace Grader.Tests.Exercises;

/// <summary>The worksheets of this repository, as the tests' build copies them beside the command.</summary>
internal static class RepositoryExercises
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "exercises");

    /// <summary>Every folder with a worksheet in it.</summary>
    public static IEnumerable<string> Ids => Directory.EnumerateDirectories(Folder)
        .Where(folder => File.Exists(Path.Combine(folder, "worksheet.json"))).Select(folder => Path.GetFileName(folder)).Order();
}
