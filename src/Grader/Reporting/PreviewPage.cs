using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Grader.Authoring;
using Grader.Exercises;
using Grader.Hints;
using Grader.Previewing;

namespace Grader.Reporting;

/// <summary>A worksheet while it is written: what is wrong with it, what students are asked, and what stands behind each part.</summary>
internal static class PreviewPage
{
    private const string Policy = "default-src 'none';";

    private const string EndOfBody = "</body>";

    private const string Header = "<header>";

    public static string Render(PreviewFolder folder, PreviewState state)
    {
        var errors = state.Findings.Count(finding => finding.Rule.Level == FindingLevel.Error);
        var worksheet = state.Worksheet;
        return ReportTemplates.Built.Render("preview", new PreviewView(
            worksheet is { Title.Length: > 0 } ? worksheet.Title : folder.Name,
            folder.Name,
            Heading(errors, state),
            errors > 0 ? "incorrect" : "partial",
            [.. state.Findings.Select(finding => Finding(finding, folder))],
            Stale(state),
            [.. folder.Samples().GroupBy(sample => sample.Folder).Select(same => new SampleFolderView(same.Key, [.. same.Select(sample => new SampleLink(sample.Address, sample.Name))]))],
            worksheet is null ? string.Empty : Statements.ToHtml(worksheet.Introduction),
            worksheet is null ? [] : [.. worksheet.Questions.Select(Question)]));
    }

    /// <summary>The page with a script that loads it anew when the files have changed; the page's policy names the script and nothing else.</summary>
    /// <param name="page">One of the grader's own pages without script.</param>
    public static string Following(string page, string version)
    {
        var script = ReportTemplates.Built.Text("preview-reload.js");
        var source = $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}";
        var following = ReplaceFirst(page, Policy, $"{Policy} script-src '{source}'; connect-src 'self';");
        var end = following.LastIndexOf(EndOfBody, StringComparison.Ordinal);
        return following.Insert(end, $"<script data-version=\"{version}\">{script}</script>\n");
    }

    /// <summary>The page of a sample with a way back to the worksheet's.</summary>
    public static string WithWayBack(string page, PreviewState state)
    {
        var stale = Stale(state) is { } words ? $"<p class=\"note\">{words}</p>\n" : string.Empty;
        return ReplaceFirst(page, Header, $"{Header}\n<p class=\"kicker\"><a href=\"/\">Back to the worksheet</a></p>\n{stale}");
    }

    private static string ReplaceFirst(string text, string part, string replacement)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + part.Length));
    }

    private static string Heading(int errors, PreviewState state)
    {
        var warnings = state.Findings.Count - errors;
        var found = (errors, warnings) switch
        {
            (0, 0) => state.LookedOver ? "Nothing is wrong that lint knows of" : "The files can be read",
            (0, _) => Count(warnings, "warning"),
            (_, 0) => Count(errors, "error"),
            _ => $"{Count(errors, "error")} and {Count(warnings, "warning")}",
        };
        if (state.Fault is { } fault) return $"{found}; a fault of the grader kept it from looking further: {fault}";
        return state.LookedOver ? found : $"{found}; being looked over";
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string? Stale(PreviewState state) => state switch
    {
        { IsCurrent: true } => null,
        { Worksheet: null } => "The worksheet cannot be read yet. The page follows as soon as it can.",
        _ => "The files cannot be read as they are now. This is the worksheet as it was before.",
    };

    private static FindingView Finding(Finding finding, PreviewFolder folder)
    {
        var (file, position, message, hint) = finding.Problem;
        var name = Path.GetRelativePath(folder.Path, file);
        return new(
            finding.Rule.Level == FindingLevel.Error ? "error" : "warning",
            position is null ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{position.Line}:{position.Column}"),
            message, hint, finding.Rule.Name);
    }

    private static PreviewQuestion Question(Question question)
    {
        var asked = HandOutPage.Question(question);
        return new(asked.Heading, asked.StatementHtml, asked.Numbers, [.. question.Parts.Zip(asked.Parts, Part)]);
    }

    private static PreviewPart Part(Part part, HandOutPart asked) => new(
        asked,
        part.LookAtNext.Length > 0 ? Statements.ToHtml(part.LookAtNext) : null,
        HintViews.Of(PartHints.BeyondTheFirst(part)),
        SolutionViews.Of(part),
        [.. PartDescription.Options(part.Kind).Select(option => new PreviewOption(Statements.ToHtml(option.Text), option.Truth ? "true" : "false", option.Feedback))],
        [.. Mistakes(part.Kind)]);

    private static IEnumerable<PreviewMistake> Mistakes(PartKind kind) => kind is PartKind.Table { Cells: var cells }
        ? cells.SelectMany(cell => Mistakes(cell.Specification, cell.Name))
        : PartDescription.Specifications(kind).SelectMany(specification => Mistakes(specification, null));

    private static IEnumerable<PreviewMistake> Mistakes(FunctionSpecification specification, string? name) =>
        specification.Misconceptions.Select(mistake => new PreviewMistake(SolutionViews.Formula(name, mistake.Formula, specification.Scope), mistake.Code, mistake.Message));
}
