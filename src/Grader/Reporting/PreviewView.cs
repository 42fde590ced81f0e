namespace Grader.Reporting;

/// <summary>What the template of a worksheet's preview is filled with.</summary>
/// <param name="Heading">How many problems there are, or that there are none.</param>
/// <param name="Tone">The style of the problems: that of a wrong answer for errors, of a half right one for warnings.</param>
/// <param name="Stale">Why the page below is not what the files say; null where it is.</param>
internal sealed record PreviewView(
    string Title,
    string Folder,
    string Heading,
    string Tone,
    IReadOnlyList<FindingView> Findings,
    string? Stale,
    IReadOnlyList<SampleFolderView> Samples,
    string IntroductionHtml,
    IReadOnlyList<PreviewQuestion> Questions);

internal sealed record FindingView(string Level, string Place, string Message, string? Hint, string Rule);

internal sealed record SampleFolderView(string Folder, IReadOnlyList<SampleLink> Files);

internal sealed record SampleLink(string Address, string Name);

/// <inheritdoc cref="HandOutQuestion"/>
internal sealed record PreviewQuestion(string Heading, string StatementHtml, IReadOnlyList<InputView> Numbers, IReadOnlyList<PreviewPart> Parts);

/// <summary>A part as it is asked, and what stands behind it.</summary>
internal sealed record PreviewPart(
    HandOutPart Asked, string? LookAtNextHtml, HintView? Hint, SolutionView Solution, IReadOnlyList<PreviewOption> Options, IReadOnlyList<PreviewMistake> Mistakes);

internal sealed record PreviewOption(string TextHtml, string Truth, string Feedback);

internal sealed record PreviewMistake(FormulaView Formula, string Code, string Message);
