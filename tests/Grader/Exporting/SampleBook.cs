using Formulas.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Exporting;
using Grader.Reporting;

namespace Grader.Tests.Exporting;

/// <summary>A class made by hand, with one student of each standing.</summary>
internal static class SampleBook
{
    public const string Sheet = "sheet-one";

    public static ExportSettings Settings { get; } = new(new Dictionary<string, string>(), FinalOnly: false, new DateTime(2026, 3, 4, 5, 6, 7));

    public static ResultLine Graded(string student, string file = "a.json", decimal score = 2.25m, bool waits = false, bool faulty = false) => new(
        file, BatchStatus.Graded, Sheet, student, score, 6,
        [
            new("1a", Verdict.Correct, score, 2.5m, "x", [], false),
            new("1b", Verdict.Incorrect, 0, 1.5m, "-x", [new Feedback("wrong-sign", "The sign is wrong.")], false),
            new("1c", waits || faulty ? Verdict.Pending : Verdict.Missing, 0, 2, "because", [], faulty),
        ],
        []);

    public static ResultLine Unreadable(string file, string? student = null) =>
        new(file, BatchStatus.Unreadable, student is null ? null : Sheet, student, 0, 0, [], ["The file is empty."]);

    public static ResultLine Fault(string file, string? student = null) =>
        new(file, BatchStatus.Fault, student is null ? null : Sheet, student, 0, 0, [], ["Not marked: a fault of the grader."]);

    public static EquatableList<ResultLine> Lines { get; } =
    [
        Graded("s01"), Graded("s02", "b.json", 1.5m, waits: true), Graded("s03", "c.json", faulty: true), Unreadable("d.json", "s04"), Fault("e.json", "s05"),
        Graded("s06", "f1.json"), Graded("s06", "f2.json"), Unreadable("g.json"),
    ];

    public static string Content(this Export export, string name) => export.Files.Single(file => file.Name == name).Content;

    public static Export Make(string name, IEnumerable<ResultLine> lines, string? roster = null, ExportSettings? settings = null) =>
        ExportTable.Rows.Single(row => row.Name == name).Make(
            Gradebook.Of(lines, roster is null ? null : RosterReader.Read(roster)), settings ?? Settings);
}
