using Grader.Checking;
using Grader.Submissions;

namespace Grader.Authoring;

/// <summary>The feedback codes, for authors who misspell one.</summary>
internal static class KnownCodes
{
    public static bool Has(string code) => FeedbackCodes.All.Any(known => known.Code == code);

    /// <summary>A way out. All codes are too many to list here.</summary>
    public static string Near(string code)
    {
        var near = NearestName.Of(code, FeedbackCodes.All.Select(known => known.Code));
        return $"{(near is null ? string.Empty : $"Did you mean \"{near}\"? ")}'grader show --codes' lists them.";
    }
}
