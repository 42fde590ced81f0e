using System.Globalization;
using Grader.Exercises;
using Grader.Marking;
using Grader.Reporting;

namespace Grader.Batching;

/// <summary>
/// All that a result depends on beside what was handed in: the program, the worksheets, the class secret, the options, and what people
/// marked. Where the key of a submission is the same, so is its result.
/// </summary>
internal sealed class RunKey
{
    private readonly string run;

    private RunKey(string run) => this.run = run;

    /// <param name="exercises">The folder of worksheets.</param>
    /// <param name="program">The folder of this program and its templates.</param>
    /// <exception cref="IOException">A file of them cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file of them may not be read.</exception>
    public static RunKey Of(BatchOrder order, Revealing revealing, Library library, string output, string exercises, string program, ulong classSecret)
    {
        using var key = new Fingerprint();
        key.Add("batch 1").Add(classSecret.ToString(CultureInfo.InvariantCulture));
        key.Add(order.Worksheet).Add(order.Sandbox?.ToString()).Add(order.VariantSeed);
        AddFiles(key, "program", program, "*.dll", SearchOption.TopDirectoryOnly);
        foreach (var part in (string[])["host", "templates"]) AddFiles(key, part, Path.Combine(program, part), "*", SearchOption.AllDirectories);
        // What lies deeper, such as right and wrong answers to test with, is not read when grading.
        foreach (var worksheet in Folders(exercises)) AddFiles(key, Path.GetFileName(worksheet), worksheet, "*", SearchOption.TopDirectoryOnly);
        // Dates count by what they come to now: a deadline that passed between two runs changes what the second tells.
        foreach (var worksheet in library.Ids.Select(library.Find).OfType<Found.Success>().Select(found => found.Worksheet))
        {
            key.Add(revealing.For(worksheet).ToString()).Add(revealing.FurtherChecksFrom(worksheet)?.ToString("O", CultureInfo.InvariantCulture));
        }

        AddFiles(key, "marks", output, MarkJournal.FileName, SearchOption.TopDirectoryOnly);
        if (order.HasRoster) AddFiles(key, "roster", output, BatchOrder.RosterFile, SearchOption.TopDirectoryOnly);
        key.Add(order.IdColumn);
        return new(key.Finish());
    }

    /// <param name="content">What was handed in, as <see cref="HandedInContent"/> has it.</param>
    public string Of(FoundFile file, string content)
    {
        using var key = new Fingerprint();
        return key.Add(run).Add(file.Shown).Add(file.Student).Add(file.Origin?.ToString()).Add(content).Finish();
    }

    private static IEnumerable<string> Folders(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : [];

    private static void AddFiles(Fingerprint key, string label, string folder, string pattern, SearchOption depth)
    {
        key.Add(label);
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder, pattern, depth).Order(StringComparer.Ordinal))
        {
            key.Add(Path.GetRelativePath(folder, file)).AddFile(file);
        }
    }
}
