using System.Text.Json;

namespace Grader.Tests.Exercises;

/// <summary>An answer file of <c>exercises/ID/right</c> or <c>exercises/ID/wrong</c>, with the outcome written beside it.</summary>
/// <param name="Expected">By part; parts that are not named there have only to be right, in a right sample.</param>
public sealed record Sample(string Worksheet, string Kind, string File, IReadOnlyDictionary<string, ExpectedOutcome> Expected)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public override string ToString() => $"{Worksheet}/{Kind}/{Path.GetFileName(File)}";

    public static IEnumerable<Sample> All(string kind) =>
        from worksheet in RepositoryExercises.Ids
        let folder = Path.Combine(RepositoryExercises.Folder, worksheet, kind)
        where Directory.Exists(folder)
        from file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
        where !file.EndsWith(".expected.json", StringComparison.Ordinal)
        select new Sample(worksheet, kind, file, ReadExpected(Path.ChangeExtension(file, ".expected.json")));

    private static IReadOnlyDictionary<string, ExpectedOutcome> ReadExpected(string file) => System.IO.File.Exists(file)
        ? JsonSerializer.Deserialize<ExpectedFile>(System.IO.File.ReadAllText(file), Options)!.Parts
        : new Dictionary<string, ExpectedOutcome>();

    private sealed record ExpectedFile(Dictionary<string, ExpectedOutcome> Parts);
}

/// <param name="Verdict">As in the JSON form of results.</param>
/// <param name="Codes">Codes that the feedback must hold; it may hold more.</param>
public sealed record ExpectedOutcome(string Verdict, IReadOnlyList<string> Codes);
