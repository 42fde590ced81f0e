namespace Grader.Exporting;

/// <summary>One kind of export.</summary>
public sealed record ExportRow(string Name, string Summary, Func<Gradebook, ExportSettings, Export> Make);

/// <summary>All exports. To add one: a file, and a row here.</summary>
public static class ExportTable
{
    public static IReadOnlyList<ExportRow> Rows { get; } =
    [
        new("csv", "marks.csv and parts.csv, for spreadsheets", PlainExport.Csv),
        new("jsonl", "marks.jsonl, for scripts", PlainExport.JsonLines),
        new("canvas", "canvas.csv, for Canvas's gradebook import", CanvasExport.Make),
        new("moodle", "moodle.csv, for Moodle's grade import; with a grading worksheet as roster, that worksheet filled in", MoodleExport.Csv),
        new("moodle-xml", "moodle.xml, for Moodle's XML grade import", MoodleExport.Xml),
        new("junit", "junit.xml, a test case for each part", JUnitExport.Make),
        new("gradescope", "gradescope/*.json, a results.json for each submission", GradescopeExport.Make),
    ];
}
