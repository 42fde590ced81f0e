using Formulas.Text;

namespace Grader.Exporting;

/// <summary>
/// Reads a class list as systems export it: Canvas's gradebook with its rows above the students, Moodle's gradebook or grading worksheet,
/// Gradescope's roster, or a plain table with an id and perhaps a name.
/// </summary>
public static class RosterReader
{
    private static readonly string[] PlainIds = ["id", "student", "student id", "sid", "id number", "idnumber", "username", "matrikelnummer"];

    private static readonly string[] Names = ["name", "full name", "fullname", "student name", "student", "vollständiger name"];

    private static readonly string[] Emails = ["email", "email address", "e-mail", "e-mail-adresse"];

    /// <param name="idColumn">The header of the column with ids, for tables whose headers are not known; null to look for it.</param>
    /// <exception cref="FormatException">The file is no such table; the message says why.</exception>
    public static Roster Read(string text, string? idColumn = null)
    {
        var rows = CsvReading.Rows(text);
        if (rows.Count == 0) throw new FormatException("The roster is empty.");
        var header = rows[0];
        var kind = KindOf(header);
        var columns = ColumnsOf(kind, header, idColumn);
        var above = rows.Skip(1).TakeWhile(row => kind == RosterKind.Canvas && IsAboveStudents(row)).ToList();
        var people = rows.Skip(1 + above.Count).Select(row => Person(row, columns)).ToList();
        return new(kind, header, above.FirstOrDefault(IsPointsPossible), people.ToEquatableList(), Problems(people).ToEquatableList());
    }

    private static RosterKind KindOf(CsvRow header)
    {
        if (header[0].Trim() == "Student" && header[1].Trim() == "ID") return RosterKind.Canvas;
        if (Columns.Find(header, "Identifier", "ID") == 0 && Columns.Find(header, "Grade", "Bewertung") > 0) return RosterKind.MoodleWorksheet;
        if (Columns.Find(header, "ID number", "ID-Nummer") >= 0 && Columns.Find(header, "Email address", "E-Mail-Adresse") >= 0) return RosterKind.Moodle;
        return Columns.Find(header, "SID") >= 0 && Columns.Find(header, "Email") >= 0 ? RosterKind.Gradescope : RosterKind.Plain;
    }

    private static bool IsAboveStudents(CsvRow row) =>
        IsPointsPossible(row) || (row[0].Trim().Length == 0 && row.Cells.Any(cell => cell.Trim() == "Manual Posting"));

    private static bool IsPointsPossible(CsvRow row) => row[0].Trim() == "Points Possible";

    private static RosterColumns ColumnsOf(RosterKind kind, CsvRow header, string? idColumn)
    {
        var number = idColumn is null ? NumberColumn(kind, header) : Columns.Find(header, idColumn);
        if (idColumn is not null && number < 0) throw new FormatException($"The roster has no column \"{idColumn}\". Its headers are: {string.Join(", ", header.Cells)}.");
        var email = Columns.Find(header, Emails);
        if (number < 0 && email < 0)
        {
            throw new FormatException(
                $"No column of the roster is known to hold ids. Its headers are: {string.Join(", ", header.Cells)}. Name the column with --id-column.");
        }

        int[] keys = kind == RosterKind.Canvas
            ? [number, Columns.Find(header, "ID"), Columns.Find(header, "SIS Login ID"), 0]
            : [number, email, Columns.Find(header, "username", "identifier")];
        var name = Columns.Find(header, Names);
        return new(
            number,
            email,
            name >= 0 && name != number ? [name] : [Columns.Find(header, "first name", "vorname"), Columns.Find(header, "surname", "last name", "nachname")],
            [.. keys.Where(column => column >= 0).Distinct()],
            kind == RosterKind.MoodleWorksheet ? 0 : -1);
    }

    private static int NumberColumn(RosterKind kind, CsvRow header) => kind switch
    {
        RosterKind.Canvas => Columns.Find(header, "SIS User ID", "ID"),
        RosterKind.Moodle or RosterKind.MoodleWorksheet => Columns.Find(header, "ID number", "ID-Nummer", "Identifier", "ID"),
        RosterKind.Gradescope => Columns.Find(header, "SID"),
        RosterKind.Plain => Columns.Find(header, PlainIds),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static RosterPerson Person(CsvRow row, RosterColumns columns) => new(
        row,
        string.Join(' ', columns.Names.Where(column => column >= 0).Select(column => Cell(row, column))).Trim(),
        Cell(row, columns.Number),
        Cell(row, columns.Email),
        columns.Keys.Select(column => Cell(row, column)).Append(Participant(Cell(row, columns.Participant))).Where(key => key.Length > 0).Distinct().ToEquatableList());

    /// <summary>The number in "Participant 12345", by which Moodle names the files that it lets download.</summary>
    private static string Participant(string identifier) => string.Concat(identifier.Where(char.IsAsciiDigit));

    private static string Cell(CsvRow row, int column) => SpreadsheetText.Written(row[column].Trim());

    private static IEnumerable<string> Problems(List<RosterPerson> people)
    {
        foreach (var nobody in people.Where(person => person.Keys.Count == 0)) yield return $"Roster, line {nobody.Row.Line}: this row has no id.";
        var twice = people.Where(person => person.IdNumber.Length > 0).GroupBy(person => person.IdNumber.ToUpperInvariant()).Where(same => same.Skip(1).Any());
        foreach (var same in twice)
        {
            yield return $"Roster: \"{same.First().IdNumber}\" stands there {same.Count()} times, in lines {string.Join(", ", same.Select(person => person.Row.Line))}.";
        }
    }

    private sealed record RosterColumns(int Number, int Email, int[] Names, int[] Keys, int Participant);
}
