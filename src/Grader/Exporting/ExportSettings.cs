using Formulas.Text;

namespace Grader.Exporting;

/// <summary>What a person may say about an export.</summary>
/// <param name="Columns">By worksheet: what the receiving system calls it.</param>
/// <param name="FinalOnly">Marks that still wait for a person are left empty.</param>
/// <param name="Written">When the export is made, in local time, for formats that want to know.</param>
public sealed record ExportSettings(IReadOnlyDictionary<string, string> Columns, bool FinalOnly, DateTime Written)
{
    /// <summary>The points to be uploaded; null to leave the cell empty.</summary>
    public decimal? Points(StudentMark? mark) => mark is null || (FinalOnly && mark.Standing == Standing.Waiting) ? null : mark.Score;

    public string Column(string worksheet) => Columns.TryGetValue(worksheet, out var name) ? name : worksheet;
}

/// <summary>A file of an export, with its name below the export folder.</summary>
public sealed record ExportFile(string Name, string Content);

/// <summary>An export's files, and what a person should know of them.</summary>
public sealed record Export(IEnumerable<ExportFile> Files, EquatableList<string> Problems);

/// <summary>The results do not fit what the receiving system was said to hold; the message is a full sentence with a way out.</summary>
public sealed class ExportException(string message) : Exception(message);
