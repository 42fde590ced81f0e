using System.Globalization;
using Grader.Exercises;

namespace Grader.Reporting;

/// <summary>How it is decided what a report tells. As text, it is the value of <c>--reveal</c>.</summary>
public abstract record RevealPolicy
{
    private RevealPolicy()
    {
    }

    /// <summary>One level, whatever the day: all checks run.</summary>
    public sealed record Always(Reveal Reveal) : RevealPolicy
    {
        public override string ToString() => Reveal.ToString().ToLowerInvariant();
    }

    /// <summary>By dates that the call gives.</summary>
    public sealed record ByDate(RevealDates Dates) : RevealPolicy
    {
        public override string ToString() => Dates.Solution is { } solution
            ? string.Create(CultureInfo.InvariantCulture, $"feedback@{Dates.Feedback:yyyy-MM-dd'T'HH:mm:sszzz},solution@{solution:yyyy-MM-dd'T'HH:mm:sszzz}")
            : string.Create(CultureInfo.InvariantCulture, $"feedback@{Dates.Feedback:yyyy-MM-dd'T'HH:mm:sszzz}");
    }

    /// <summary>By the worksheet's own dates; feedback where it has none.</summary>
    public sealed record OfTheWorksheet : RevealPolicy
    {
        public override string ToString() => "worksheet";
    }

    /// <summary>Null for a text that is none of the forms.</summary>
    public static RevealPolicy? Parse(string text) => text switch
    {
        "worksheet" => new OfTheWorksheet(),
        "verdict" => new Always(Reveal.Verdict),
        "feedback" => new Always(Reveal.Feedback),
        "solution" => new Always(Reveal.Solution),
        _ => ParseDates(text.Split(',')) is { } dates ? new ByDate(dates) : null,
    };

    private static RevealDates? ParseDates(string[] steps)
    {
        if (steps.Length > 2 || Moment(steps[0], "feedback@") is not { } feedback) return null;
        if (steps.Length == 1) return RevealDates.Of(feedback, null);
        return Moment(steps[1], "solution@") is { } solution ? RevealDates.Of(feedback, solution) : null;
    }

    private static DateTimeOffset? Moment(string step, string prefix) =>
        step.StartsWith(prefix, StringComparison.Ordinal) ? RevealDates.Moment(step[prefix.Length..]) : null;
}
