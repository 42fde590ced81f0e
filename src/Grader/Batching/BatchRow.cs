namespace Grader.Batching;

/// <summary>What a batch keeps of a submission once its page and its line are written: little, so that memory stays flat.</summary>
/// <param name="File">The path below the graded folder, with forward slashes.</param>
/// <param name="Status">As in <c>results.jsonl</c>: graded, unreadable or fault.</param>
/// <param name="Worksheet">As written in the file; empty where it could not be read.</param>
/// <param name="Page">The page's path below the output folder; null where there is none.</param>
/// <param name="Reason">Why it was not graded, as a sentence; null for graded ones.</param>
public sealed record BatchRow(
    string File, string Status, string Worksheet, string Student, decimal Score, decimal MaxScore, int Pending, string? Page, string? Reason);
