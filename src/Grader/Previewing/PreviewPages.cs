using Grader.Authoring;
using Grader.Checking;
using Grader.Reporting;
using Grader.Submissions;

namespace Grader.Previewing;

/// <summary>What a preview serves: the worksheet's page, a page for each sample, and the version that these are of.</summary>
internal sealed class PreviewPages(PreviewFolder folder, ulong classSecret)
{
    private readonly LivePreview preview = new(folder, Lint.Run);

    private readonly Checker checker = new(classSecret);

    /// <param name="path">Compared with the pages there are, and never used as a path of the file system.</param>
    public PreviewAnswer? Answer(string path)
    {
        var state = preview.Now();
        if (path == "/version") return new(PreviewAnswer.Plain, state.Version);
        if (path == "/") return Page(state, PreviewPage.Render(folder, state));
        return folder.Samples().FirstOrDefault(sample => $"/{sample.Folder}/{sample.Name}" == path) is { } found ? Page(state, Sample(found, state)) : null;
    }

    private string Sample(PreviewSample sample, PreviewState state)
    {
        // Without a worksheet there is nothing to hold the sample against; the worksheet's page says why.
        if (state.Worksheet is not { } worksheet) return PreviewPage.Render(folder, state);
        var result = checker.Check(worksheet, AnswerFileReader.ReadFile(sample.Path));
        return PreviewPage.WithWayBack(SubmissionPage.Render(worksheet, result, Reveal.Feedback), state);
    }

    private static PreviewAnswer Page(PreviewState state, string page) => new(PreviewAnswer.Page, PreviewPage.Following(page, state.Version));
}
