using System.Text.RegularExpressions;
using Formulas.Text;

namespace Grader.Exercises;

/// <summary>The texts of a worksheet, by question and part, as <c>statements.md</c> gives them.</summary>
internal sealed record Statements(
    string Title, string Introduction, IReadOnlyDictionary<string, Section> Questions, IReadOnlyDictionary<string, Section> Parts);

/// <param name="Line">Where its heading stands, from 1.</param>
internal sealed record Section(string Title, string Body, string Explanation, string LookAtNext, EquatableList<string> Hints, int Line)
{
    /// <summary>Stands in for the body where a student has own numbers; null where the body does for both.</summary>
    public string? Variant { get; init; }
}

/// <summary>
/// Reads <c>statements.md</c>: <c># Title</c>, <c>## Question 1: Title</c>, <c>### 1.gradient: Title</c>,
/// <c>#### Explanation</c>, <c>#### Look at next</c>, any number of <c>#### Hint</c>, and for parts and questions <c>#### Variant</c>. Everything between headings is Markdown and stays as it is.
/// </summary>
internal static partial class StatementsReader
{
    private const string ExplanationHeading = "Explanation";
    private const string LookAtNextHeading = "Look at next";
    private const string HintHeading = "Hint";
    private const string VariantHeading = "Variant";

    public static Statements Read(string text, ProblemLog log)
    {
        var questions = new Dictionary<string, Section>(StringComparer.Ordinal);
        var parts = new Dictionary<string, Section>(StringComparer.Ordinal);
        var title = string.Empty;
        var introduction = string.Empty;
        foreach (var (level, heading, body, line) in Split(text))
        {
            switch (level)
            {
                case 0 when body.Length > 0:
                    log.Add(line, "Text stands before the title.", "Begin with \"# \" and the worksheet's title.");
                    break;
                case 1:
                    if (title.Length > 0) log.Add(line, "There is a second title.", "A file has one heading with a single #.");
                    (title, introduction) = (heading, body);
                    break;
                case 2:
                    Add(questions, QuestionHeading().Match(heading), body, line, "## Question 1: Its title", log);
                    break;
                case 3:
                    Add(parts, PartHeading().Match(heading), body, line, "### 1.gradient: Its title", log);
                    break;
                case 4:
                    Extend(questions, parts, heading, body, line, log);
                    break;
            }
        }

        if (title.Length == 0) log.Add(1, "The worksheet has no title.", "Begin with \"# \" and the title.");
        return new(title, introduction, questions, parts);
    }

    private static void Add(Dictionary<string, Section> sections, Match heading, string body, int line, string form, ProblemLog log)
    {
        if (!heading.Success)
        {
            log.Add(line, "This heading names no question or part.", $"Write it as \"{form}\".");
            return;
        }

        var id = heading.Groups["id"].Value;
        if (!sections.TryAdd(id, new(heading.Groups["title"].Value.Trim(), body, string.Empty, string.Empty, [], line)))
        {
            log.Add(line, $"\"{id}\" has a second section.", $"The first is in line {sections[id].Line}.");
        }
    }

    // Sections stand in file order, so the last one that began is the one that this heading belongs to.
    private static void Extend(
        Dictionary<string, Section> questions, Dictionary<string, Section> parts, string heading, string body, int line, ProblemLog log)
    {
        var (id, part) = parts.MaxBy(entry => entry.Value.Line);
        var (questionId, question) = questions.MaxBy(entry => entry.Value.Line);
        if (heading == VariantHeading && question is not null && question.Line > (part?.Line ?? 0))
        {
            questions[questionId] = question with { Variant = body };
            return;
        }

        if (part is null)
        {
            log.Add(line, $"\"{heading}\" stands before every part.", "Put it under a part's heading.");
            return;
        }

        switch (heading)
        {
            case ExplanationHeading:
                parts[id] = part with { Explanation = body };
                break;
            case LookAtNextHeading:
                parts[id] = part with { LookAtNext = body };
                break;
            case HintHeading:
                parts[id] = part with { Hints = [.. part.Hints, body] };
                break;
            case VariantHeading:
                parts[id] = part with { Variant = body };
                break;
            default:
                log.Add(line, $"\"{heading}\" is no section of a part.", $"Known are: {ExplanationHeading}, {LookAtNextHeading}, {HintHeading}, {VariantHeading}.");
                break;
        }
    }

    private static IEnumerable<(int Level, string Heading, string Body, int Line)> Split(string text)
    {
        var (level, heading, start) = (0, string.Empty, 1);
        var body = new List<string>();
        var fenced = false;
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.StartsWith("```", StringComparison.Ordinal)) fenced = !fenced;
            var found = Heading().Match(line);
            if (!found.Success || fenced)
            {
                body.Add(line);
                continue;
            }

            yield return (level, heading, string.Join('\n', body).Trim(), start);
            (level, heading, start) = (found.Groups["marks"].Length, found.Groups["text"].Value.Trim(), number);
            body.Clear();
        }

        yield return (level, heading, string.Join('\n', body).Trim(), start);
    }

    [GeneratedRegex(@"^(?<marks>#{1,4})\s+(?<text>.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^Question (?<id>[^\s:]+):(?<title>.*)$")]
    private static partial Regex QuestionHeading();

    [GeneratedRegex(@"^(?<id>[^\s:]+):(?<title>.*)$")]
    private static partial Regex PartHeading();
}
