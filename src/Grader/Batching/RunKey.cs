using System.Globalization;
using Grader.Exercises;
using Grader.Marking;
using Grader.Reporting;

namespace Grader.Batching;

/// <summary>
/// All that a result depends on beside what was handed in: the program, its worksheet, the class secret, the options, and what people
/// marked. Where the key of a submission is the same, so is its result.
/// </summary>
internal sealed class RunKey
{
    private readonly string run;

    private readonly string worksheets;

    private readonly Dictionary<string, string> byWorksheet;

    /// <param name="worksheets">All of them together.</param>
    private RunKey(string run, string worksheets, Dictionary<string, string> byWorksheet) =>
        (this.run, this.worksheets, this.byWorksheet) = (run, worksheets, byWorksheet);

    /// <param name="exercises">The folder of worksheets.</param>
    /// <param name="program">The folder of this program and its templates.</param>
    /// <exception cref="IOException">A file of them cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file of them may not be read.</exception>
    public static RunKey Of(BatchOrder order, Revealing revealing, Library library, string output, string exercises, string program, ulong classSecret)
    {
        using var key = new Fingerprint();
        key.Add("batch 2").Add(classSecret.ToString(CultureInfo.InvariantCulture));
        key.Add(order.Worksheet).Add(order.Sandbox?.ToString()).Add(order.VariantSeed);
        AddFiles(key, "program", program, "*.dll", SearchOption.TopDirectoryOnly);
        foreach (var part in (string[])["host", "templates"]) AddFiles(key, part, Path.Combine(program, part), "*", SearchOption.AllDirectories);
        AddFiles(key, "marks", output, MarkJournal.FileName, SearchOption.TopDirectoryOnly);
        if (order.HasRoster) AddFiles(key, "roster", output, BatchOrder.RosterFile, SearchOption.TopDirectoryOnly);
        key.Add(order.IdColumn);
        var common = key.Finish();
        var byWorksheet = library.Ids.ToDictionary(id => id, id => Of(Path.Combine(exercises, id), library.Find(id), revealing));
        foreach (var (id, worksheet) in byWorksheet.OrderBy(entry => entry.Key, StringComparer.Ordinal)) key.Add(id).Add(worksheet);
        return new(common, key.Finish(), byWorksheet);
    }

    /// <param name="content">What was handed in, as <see cref="HandedInContent"/> has it.</param>
    /// <param name="worksheet">The only worksheet that the result depends on; null where it depends on which ones there are.</param>
    public string Of(FoundFile file, string content, string? worksheet)
    {
        using var key = new Fingerprint();
        var asked = worksheet is null ? worksheets : byWorksheet.GetValueOrDefault(worksheet);
        return key.Add(run).Add(worksheet).Add(asked).Add(file.Shown).Add(file.Student).Add(file.Origin?.ToString()).Add(content).Finish();
    }

    private static string Of(string folder, Found found, Revealing revealing)
    {
        using var key = new Fingerprint();
        // What lies deeper, such as right and wrong answers to test with, is not read when grading.
        AddFiles(key, "worksheet", folder, "*", SearchOption.TopDirectoryOnly);
        // Dates count by what they come to now: a deadline that passed between two runs changes what the second tells.
        if (found is Found.Success { Worksheet: var worksheet }) key.Add(revealing.For(worksheet).ToString()).Add(revealing.FurtherChecksFrom(worksheet)?.ToString("O", CultureInfo.InvariantCulture));
        return key.Finish();
    }

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
