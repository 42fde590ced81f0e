namespace Grader.Reporting;

/// <summary>What <c>templates/demo.page.hbs</c> shows.</summary>
/// <param name="Call">The command that makes this very page.</param>
/// <param name="Settles">The parts of worksheets that the experiment settles; none for worksheets that name no experiments.</param>
internal sealed record DemoView(
    string Title,
    string Name,
    string Call,
    IReadOnlyList<ClaimView> Claims,
    string ExplanationHtml,
    WalkView? Walk,
    IReadOnlyList<PlotView> Plots,
    IReadOnlyList<ParameterView> Parameters,
    string ExampleCall,
    IReadOnlyList<SettledView> Settles);

/// <param name="Number">The measured number, short.</param>
internal sealed record ClaimView(string Number, string SentenceHtml, VerdictWords Verdict);

internal sealed record PlotView(string Anchor, string Title, string Description, string SvgHtml, string? Note, IReadOnlyList<string> Columns, IReadOnlyList<NumberRowView> Rows);

internal sealed record NumberRowView(string Head, IReadOnlyList<string> Cells);

internal sealed record ParameterView(string Option, string Value, string Range, string Meaning);

internal sealed record SettledView(string Worksheet, string Parts);

/// <param name="StyleHtml">The rules by which each step shows what is known by then.</param>
internal sealed record WalkView(string StyleHtml, string DrawingHtml, IReadOnlyList<WalkStepView> Steps);

internal sealed record WalkStepView(int Number, string Title, bool IsFirst, IReadOnlyList<string> Lines);
