using Formulas.Text;
using Grader.Exporting;
using Grader.Reporting;

namespace Grader.Batching;

/// <summary>Who of the class handed in nothing, and who handed in without being of the class.</summary>
/// <param name="Missing">In the roster's order; worksheets in alphabetical order.</param>
/// <param name="Strangers">By the name under which they handed in.</param>
/// <param name="Problems">What is wrong with the roster itself, as sentences.</param>
public sealed record Attendance(EquatableList<MissingPerson> Missing, EquatableList<Stranger> Strangers, EquatableList<string> Problems)
{
    public const string FileName = "absent.csv";

    public static Attendance Of(IReadOnlyList<BatchRow> rows, Roster roster)
    {
        var worksheets = rows.Where(row => row.Status == BatchStatus.Graded).Select(row => row.Worksheet!).Distinct().Order(StringComparer.Ordinal).ToList();
        if (worksheets.Count == 0) worksheets.Add(string.Empty);
        var seen = new HashSet<(RosterPerson Person, string Worksheet)>(rows.Count);
        // A file that cannot be read may have been for any worksheet: its student is a failure, and not absent.
        var unread = new HashSet<RosterPerson>(ReferenceEqualityComparer.Instance);
        var strangers = new Dictionary<string, List<string>>();
        foreach (var row in rows.Where(row => row.Student is { Length: > 0 }))
        {
            if (roster.Find(row.Student!) is not { } person) Add(strangers, row.Student!, row.File);
            else if (row.Status == BatchStatus.Graded) seen.Add((person, row.Worksheet!));
            else unread.Add(person);
        }

        var missing =
            from person in roster.People
            where !unread.Contains(person)
            from worksheet in worksheets
            where !seen.Contains((person, worksheet))
            select new MissingPerson(person.Id, person.Name, person.Email, worksheet);
        return new(
            missing.ToEquatableList(),
            strangers.OrderBy(stranger => stranger.Key, StringComparer.Ordinal).Select(stranger => new Stranger(stranger.Key, stranger.Value.ToEquatableList())).ToEquatableList(),
            roster.Problems);
    }

    /// <summary><c>absent.csv</c>: whoever has no submission, with the status <c>missing</c>.</summary>
    public string Csv() => CsvWriting.Table(
        Missing.Select(person => (IReadOnlyList<CsvCell>)[person.Id, person.Name, person.Email, person.Worksheet, new CsvCell.Fixed("missing")])
            .Prepend(["student", "name", "email", "worksheet", "status"]));

    private static void Add(Dictionary<string, List<string>> strangers, string student, string file)
    {
        if (!strangers.TryGetValue(student, out var files)) strangers[student] = files = [];
        files.Add(file);
    }
}

/// <summary>A person of the class who handed in nothing for a worksheet.</summary>
public sealed record MissingPerson(string Id, string Name, string Email, string Worksheet);

/// <summary>Somebody whom the roster does not have, or has twice.</summary>
public sealed record Stranger(string Student, EquatableList<string> Files);
