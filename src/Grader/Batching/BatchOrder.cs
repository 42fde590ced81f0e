using Grader.Reporting;
using Grader.Running;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Batching;

/// <summary>What a batch was asked to do, kept beside its results so that they can be made again when marks come in.</summary>
/// <param name="Folder">What was handed in, as a full path.</param>
/// <param name="Exercises">The folder of worksheets, as a full path; null for the program's own.</param>
public sealed record BatchOrder(string Folder, RevealPolicy Reveal, string? Exercises)
{
    /// <summary>The worksheet that programs answer where they do not tell; null where the call named none.</summary>
    public string? Worksheet { get; init; }

    /// <summary>Where programs run; null for the strongest level.</summary>
    public IsolationLevel? Sandbox { get; init; }

    /// <summary>The phrase that own numbers were handed out with; null where files are taken at their word.</summary>
    public string? VariantSeed { get; init; }

    /// <summary>Whether a copy of the class list lies beside the results.</summary>
    public bool HasRoster { get; init; }

    /// <summary>The class list's column of ids, where the call named one.</summary>
    public string? IdColumn { get; init; }

    public const string FileName = "batch.json";

    public const string RosterFile = "roster.csv";

    /// <exception cref="FormatException">The file is not as a batch writes it.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static BatchOrder Read(string output)
    {
        try
        {
            var json = JObject.Parse(File.ReadAllText(Path.Combine(output, FileName)));
            return new(
                (string?)json["folder"] ?? throw new FormatException("it names no folder."),
                RevealPolicy.Parse((string?)json["reveal"] ?? "") ?? throw new FormatException("it does not say what is revealed."),
                (string?)json["exercises"])
            {
                Worksheet = (string?)json["worksheet"],
                VariantSeed = (string?)json["variantSeed"],
                HasRoster = (bool?)json["roster"] ?? false,
                IdColumn = (string?)json["idColumn"],
                Sandbox = (string?)json["sandbox"] is { } level ? Enum.Parse<IsolationLevel>(level, ignoreCase: true) : null,
            };
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or InvalidCastException)
        {
            throw new FormatException($"{FileName} is not as a batch writes it: {problem.Message}", problem);
        }
    }

    /// <summary>What one would type to have this done.</summary>
    public string Command(string output)
    {
        var words = new List<string> { "grader", "batch", Folder, "-o", output };
        if (Reveal is not RevealPolicy.OfTheWorksheet) words.AddRange(["--reveal", Reveal.ToString()]);
        if (Exercises is not null) words.AddRange(["--exercises", Exercises]);
        if (Worksheet is not null) words.AddRange(["--worksheet", Worksheet]);
        if (VariantSeed is not null) words.AddRange(["--variant-seed", VariantSeed]);
        if (Sandbox is { } level) words.AddRange(["--sandbox", level.Name()]);
        if (HasRoster) words.AddRange(["--roster", Path.Combine(output, RosterFile)]);
        if (IdColumn is not null) words.AddRange(["--id-column", IdColumn]);
        return string.Join(' ', words.Select(word => word.Any(char.IsWhiteSpace) ? $"\"{word}\"" : word));
    }

    public void Write(string output) => WholeFile.Write(Path.Combine(output, FileName), new JObject
    {
        ["folder"] = Folder,
        ["reveal"] = Reveal.ToString(),
        ["exercises"] = Exercises,
        ["worksheet"] = Worksheet,
        ["variantSeed"] = VariantSeed,
        ["roster"] = HasRoster,
        ["idColumn"] = IdColumn,
        ["sandbox"] = Sandbox?.ToString().ToLowerInvariant(),
    }.ToString(Formatting.Indented));
}
