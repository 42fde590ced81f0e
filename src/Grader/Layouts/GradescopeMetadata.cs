using System.Text.RegularExpressions;

namespace Grader.Layouts;

/// <summary>
/// <c>submission_metadata.yml</c> as Gradescope writes it, as far as it says who handed in: a list of submitters for each folder. It is
/// read line by line, without a reader of YAML: what it runs or refers to is nothing to us.
/// </summary>
internal static partial class GradescopeMetadata
{
    public static bool IsSubmission(string folder) => Folder().IsMatch(folder);

    /// <summary>By folder. Lines that are not understood are passed over; a folder without a submitter is not there.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Origin>> Read(string text)
    {
        var submitters = new Dictionary<string, IReadOnlyList<Origin>>();
        string? folder = null;
        var people = new List<Dictionary<string, string>>();
        var inside = false;
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (Top().Match(line) is { Success: true } top)
            {
                Close();
                (folder, inside) = (top.Groups["folder"].Value, false);
            }
            else if (Key().Match(line) is { Success: true } key)
            {
                if (key.Groups["indent"].Length <= 2 && !key.Groups["dash"].Success) inside = key.Groups["key"].Value == "submitters";
                if (!inside) continue;
                if (key.Groups["dash"].Success) people.Add([]);
                if (people.Count > 0) people[^1][key.Groups["key"].Value] = Plain(key.Groups["value"].Value);
            }
        }

        Close();
        return submitters;

        void Close()
        {
            var origins = people.Select(Person).OfType<Origin>().ToList();
            if (folder is not null && origins.Count > 0) submitters[folder] = [.. origins.Select(origin => origin with { IsOfGroup = origins.Count > 1 })];
            people.Clear();
        }
    }

    private static Origin? Person(Dictionary<string, string> person)
    {
        var name = person.GetValueOrDefault("name") is { Length: > 0 } written ? written : null;
        var id = ((string[])["sid", "email", "name"]).Select(key => person.GetValueOrDefault(key)).FirstOrDefault(value => value is { Length: > 0 });
        return id is null ? null : new(id, name);
    }

    private static string Plain(string value)
    {
        var text = value.Trim();
        if (text is "" or "~" or "null") return string.Empty;
        if (text.Length >= 2 && text[0] == '\'' && text[^1] == '\'') return text[1..^1].Replace("''", "'", StringComparison.Ordinal);
        return text.Length >= 2 && text[0] == '"' && text[^1] == '"' ? text[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal) : text;
    }

    [GeneratedRegex("^submission_[A-Za-z0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Folder();

    [GeneratedRegex("^(?<folder>submission_[A-Za-z0-9]+):\\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Top();

    [GeneratedRegex("^(?<indent> *)(?<dash>- +)?:?(?<key>[a-z_]+):(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
