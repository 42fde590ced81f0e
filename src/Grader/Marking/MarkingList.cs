using Formulas.Text;
using Grader.Exporting;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Marking;

/// <summary>The list that a person fills in: as a table with a row for each rubric item of each answer, or as JSON.</summary>
public static class MarkingList
{
    public const string FileName = "marking.csv";

    private const int MostStudents = 5;

    public static EquatableList<string> Header { get; } = ["worksheet", "part", "answer", "students", "text", "item", "looks for", "max", "points", "comment"];

    /// <summary>A table with a byte order mark, which spreadsheets need to see that it is UTF-8.</summary>
    public static string Csv(IEnumerable<MarkingGroup> groups) =>
        "\uFEFF" + CsvWriting.Table(groups.SelectMany(Rows).Prepend([.. Header.Select(name => new CsvCell.Text(name))]));

    public static string Json(IEnumerable<MarkingGroup> groups) => new JArray(groups.Select(Entry)).ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";

    private static IEnumerable<IReadOnlyList<CsvCell>> Rows(MarkingGroup group) => group.Rubric.Select((item, index) => (IReadOnlyList<CsvCell>)
    [
        group.Worksheet,
        group.Part,
        group.Answer,
        Students(group),
        group.Text,
        item.Id,
        item.Text,
        new CsvCell.Points(item.Points),
        new CsvCell.Points(Given(group, item.Id)),
        index == 0 ? group.Mark?.Comment ?? string.Empty : string.Empty,
    ]);

    private static JObject Entry(MarkingGroup group) => new()
    {
        ["worksheet"] = group.Worksheet,
        ["part"] = group.Part,
        ["answer"] = group.Answer,
        ["students"] = new JArray(group.Authors.Select(author => author.Student)),
        ["text"] = group.Text,
        ["items"] = new JArray(group.Rubric.Select(item => new JObject
        {
            ["item"] = item.Id,
            ["looksFor"] = item.Text,
            ["max"] = item.Points,
            ["points"] = Given(group, item.Id),
        })),
        ["comment"] = group.Mark?.Comment ?? string.Empty,
    };

    private static decimal? Given(MarkingGroup group, string item) => group.Mark?.Items.FirstOrDefault(given => given.Item == item)?.Points;

    private static string Students(MarkingGroup group)
    {
        var named = string.Join(", ", group.Authors.Take(MostStudents).Select(author => author.Student));
        return group.Authors.Count > MostStudents ? $"{named} and {group.Authors.Count - MostStudents} more" : named;
    }
}
