using Grader.Reporting;

namespace Grader.Batching;

/// <summary>The folder that a batch writes, as a whole.</summary>
internal static class BatchFolder
{
    public const string IndexFile = "index.html";

    public const string RegradePage = "regrade.html";

    public const string RegradeTable = "regrade.csv";

    /// <summary>Where an archive is unpacked while it is graded.</summary>
    public const string Unpacked = "unpacked";

    /// <summary>Whether a batch was here before.</summary>
    public static bool IsOurs(string output) => File.Exists(Path.Combine(output, BatchOrder.FileName));

    public static bool IsUnfinished(string output) => File.Exists(Path.Combine(output, BatchJournal.FileName));

    /// <summary>Whether there is a folder of pages in a place where no batch was.</summary>
    public static bool HoldsOthersPages(string output) =>
        !IsOurs(output) && Path.Combine(output, Batch.PagesFolder) is var pages && Directory.Exists(pages) && Directory.EnumerateFileSystemEntries(pages).Any();

    /// <summary>Takes away what an earlier batch came to, so that nobody takes it for what this one came to. Marks and pages stay; pages without a submission go when this batch is finished.</summary>
    public static void Clear(string output)
    {
        foreach (var name in (string[])[IndexFile, Batch.ResultsFile, EarlierResults.KeysFile, FailureList.FileName, Attendance.FileName, RegradePage, RegradeTable]) File.Delete(Path.Combine(output, name));
    }

    public static void WriteFailures(string output, IEnumerable<BatchRow> rows)
    {
        var failures = rows.Where(FailureList.IsFailure).ToList();
        var path = Path.Combine(output, FailureList.FileName);
        if (failures.Count > 0) WholeFile.Write(path, FailureList.Csv(failures));
        else File.Delete(path);
    }

    /// <param name="attendance">Null where there is no class list.</param>
    public static void WriteAbsent(string output, Attendance? attendance)
    {
        var path = Path.Combine(output, Attendance.FileName);
        if (attendance is { Missing.Count: > 0 }) WholeFile.Write(path, attendance.Csv());
        else File.Delete(path);
    }
}
