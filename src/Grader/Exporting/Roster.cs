using Formulas.Text;

namespace Grader.Exporting;

/// <summary>The system a roster came from, told by its headers.</summary>
public enum RosterKind
{
    Plain,
    Canvas,
    Moodle,

    /// <summary>Moodle's grading worksheet of one assignment, which is to be filled in.</summary>
    MoodleWorksheet,
    Gradescope,
}

/// <summary>One person of the class.</summary>
/// <param name="IdNumber">What the system calls the student's own number: SIS User ID, ID number, SID; blank where there is none.</param>
/// <param name="Keys">All by which the student may be named: ids, login, email.</param>
public sealed record RosterPerson(CsvRow Row, string Name, string IdNumber, string Email, EquatableList<string> Keys)
{
    /// <summary>The number, or the first key there is.</summary>
    public string Id => IdNumber.Length > 0 ? IdNumber : Keys is [var first, ..] ? first : string.Empty;
}

/// <summary>Who is in the class.</summary>
/// <param name="Header">The file's own header, for filling it in.</param>
/// <param name="PointsPossible">Canvas's row of points; null elsewhere.</param>
/// <param name="Problems">Who stands there twice or without an id, as sentences.</param>
public sealed record Roster(
    RosterKind Kind, CsvRow Header, CsvRow? PointsPossible, EquatableList<RosterPerson> People, EquatableList<string> Problems)
{
    private readonly Dictionary<string, RosterPerson?> exact = Index(People, key => key);

    private readonly Dictionary<string, RosterPerson?> loose = Index(People, Loosely);

    /// <summary>The person a submission names, exactly or but for case and outer blanks; null for nobody, and where several would fit.</summary>
    public RosterPerson? Find(string student) =>
        exact.TryGetValue(student, out var person) ? person : loose.GetValueOrDefault(Loosely(student));

    public int Column(string header) => Columns.Find(Header, header);

    // A key that two people share finds nobody.
    private static Dictionary<string, RosterPerson?> Index(EquatableList<RosterPerson> people, Func<string, string> form) =>
        people.SelectMany(person => person.Keys.Select(form).Distinct().Select(key => (Key: key, Person: person)))
            .GroupBy(entry => entry.Key)
            .ToDictionary(same => same.Key, same => same.Count() == 1 ? same.First().Person : null);

    private static string Loosely(string key) => key.Trim().ToUpperInvariant();
}

/// <summary>Finds columns by their headers.</summary>
internal static class Columns
{
    /// <summary>The place of the first column with one of these headers, without regard to case; -1 for none.</summary>
    public static int Find(CsvRow header, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            for (var at = 0; at < header.Cells.Count; at++)
            {
                if (string.Equals(header.Cells[at].Trim(), name, StringComparison.OrdinalIgnoreCase)) return at;
            }
        }

        return -1;
    }
}
