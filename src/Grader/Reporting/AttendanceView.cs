using Grader.Batching;

namespace Grader.Reporting;

/// <summary>Who is missing, and who should not be there, for the class page; a few of many, since the lists lie beside it.</summary>
internal sealed record AttendanceView(
    IReadOnlyList<string> Problems,
    IReadOnlyList<MissingPerson> Missing,
    int MissingCount,
    string? MoreMissing,
    IReadOnlyList<StrangerView> Strangers,
    int StrangerCount,
    string? MoreStrangers)
{
    private const int Most = 100;

    private const int MostFiles = 5;

    /// <summary>Null where there is nothing to say.</summary>
    public static AttendanceView? Of(Attendance? attendance) => attendance is null or { Missing.Count: 0, Strangers.Count: 0, Problems.Count: 0 } ? null : new(
        attendance.Problems,
        [.. attendance.Missing.Take(Most)],
        attendance.Missing.Count,
        More(attendance.Missing.Count),
        [.. attendance.Strangers.Take(Most).Select(stranger => new StrangerView(stranger.Student, string.Join(", ", stranger.Files.Take(MostFiles)) + (stranger.Files.Count > MostFiles ? ", ..." : "")))],
        attendance.Strangers.Count,
        More(attendance.Strangers.Count));

    private static string? More(int count) => count > Most ? $"and {count - Most} more" : null;
}

internal sealed record StrangerView(string Student, string Files);
