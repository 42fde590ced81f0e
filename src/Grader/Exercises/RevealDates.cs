using System.Globalization;

namespace Grader.Exercises;

/// <summary>When students are told what: verdicts at once, feedback from the deadline on, and the reference answers later or never.</summary>
/// <param name="Feedback">The deadline. Before it only those samples are tried that everybody can find out.</param>
/// <param name="Solution">Null for never.</param>
public sealed record RevealDates(DateTimeOffset Feedback, DateTimeOffset? Solution)
{
    public const string Form = "2026-12-01T18:00+01:00";

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>A moment with its offset from UTC; null for anything else, also for one without an offset, which would depend on the machine.</summary>
    public static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    /// <summary>The moment as people write it: <c>1 December 2026, 18:00 (UTC+01:00)</c>.</summary>
    public static string InWords(DateTimeOffset moment) => moment.ToString("d MMMM yyyy, HH:mm '(UTC'zzz')'", CultureInfo.InvariantCulture);

    /// <summary>Null where the dates contradict each other: the solution would come before the feedback.</summary>
    public static RevealDates? Of(DateTimeOffset feedback, DateTimeOffset? solution) => solution < feedback ? null : new(feedback, solution);

    internal static RevealDates? Read(JsonRecord record, ProblemLog log)
    {
        var feedback = Moment(record, "feedback", log);
        var solution = record.Token("solution") is null ? null : Moment(record, "solution", log);
        record.RefuseUnknownKeys();
        if (feedback is not { } deadline)
        {
            if (record.Token("feedback") is null) log.Add(record.Json, "The dates do not say from when on feedback is given.", $"Give \"feedback\": \"{Form}\".");
            return null;
        }

        var dates = Of(deadline, solution);
        if (dates is null) log.Add(record.Token("solution")!, "The solution would be shown before the feedback.", "Give a later moment.");
        return dates;
    }

    private static DateTimeOffset? Moment(JsonRecord record, string key, ProblemLog log)
    {
        if (record.Token(key) is not { } token || record.TextOf(token) is not { } text) return null;
        var moment = Moment(text);
        if (moment is null) log.Add(token, $"\"{text}\" is no moment.", $"Write day, time and the offset from UTC: \"{Form}\".");
        return moment;
    }
}
