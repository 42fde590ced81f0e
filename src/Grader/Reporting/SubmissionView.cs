namespace Grader.Reporting;

/// <summary>What the submission page's template is filled with. Properties that end in Html hold markup of our own making.</summary>
internal sealed record SubmissionView(
    string Title,
    string WorksheetId,
    string Student,
    string File,
    string Score,
    string MaxScore,
    int Percent,
    string? PendingNote,
    string? ChecksNote,
    ProgramView? Program,
    string IntroductionHtml,
    IReadOnlyList<CountView> Counts,
    IReadOnlyList<ProblemView> Problems,
    IReadOnlyList<QuestionView> Questions);

/// <param name="Sandbox">Where it ran; null where it did not.</param>
internal sealed record ProgramView(string File, string? Sandbox, string? Printed, IReadOnlyList<string> Notes);

internal sealed record CountView(int Count, VerdictWords Verdict);

internal sealed record ProblemView(string? Place, string Message, string? Hint);

internal sealed record QuestionView(string Anchor, string Heading, string StatementHtml, IReadOnlyList<PartEntry> Parts);

/// <param name="ArticleHtml">All of the part, made from a <see cref="PartView"/> by a template of its own.</param>
internal sealed record PartEntry(string Anchor, string Id, VerdictWords Verdict, string ArticleHtml);

internal sealed record PartView(
    string Anchor,
    string Id,
    string Title,
    string Score,
    string MaxScore,
    bool ByPerson,
    VerdictWords Verdict,
    string StatementHtml,
    ReadingView? Reading,
    IReadOnlyList<OptionView> Options,
    IReadOnlyList<FeedbackView> Feedback,
    CounterexampleView? Counterexample,
    CellTableView? Cells,
    GraphView? Graph,
    string? LookAtNextHtml,
    string? Demo,
    HintView? Hint,
    SolutionView? Solution,
    string? Basis);

/// <param name="Given">The student's text.</param>
/// <param name="Plain">Null where it would repeat what was given or what the mathematics shows.</param>
/// <param name="Pieces">Null where the formula is so short that it shows them itself.</param>
internal sealed record ReadingView(string Given, bool IsProse, string? MathHtml, string? Plain, PiecesView? Pieces);

/// <param name="Whole">The shape of the whole formula.</param>
internal sealed record PiecesView(string Whole, IReadOnlyList<PieceView> Rows);

/// <param name="Name">In plain notation, for those who hear the page.</param>
internal sealed record PieceView(string Name, string MathHtml, string Shape);

/// <param name="Number">From 1.</param>
/// <param name="Next">Found only when this one is open; null for the last.</param>
internal sealed record HintView(int Number, string TextHtml, string? FrameHtml, HintView? Next);

internal sealed record OptionView(string TextHtml, bool Chosen, string? TruthWords, string? Reason);

/// <param name="Detail">Lines that keep their columns, such as a caret under the place; null for none.</param>
internal sealed record FeedbackView(string Message, string? Detail);

internal sealed record CounterexampleView(IReadOnlyList<InputView> Inputs, string? AnswerHtml, string? Instead, string? ExpectedHtml);

/// <param name="Name">The plain name, for those who hear the page: a header that holds nothing but mathematics counts as empty there.</param>
internal sealed record InputView(string Name, string NameHtml, string ValueHtml);

internal sealed record CellTableView(IReadOnlyList<CellView> Rows, bool ShowsExpected);

internal sealed record CellView(
    string Name, string? Given, string? MathHtml, VerdictWords Verdict, IReadOnlyList<FeedbackView> Notes, string? Where, string? CarriedHtml, string? ExpectedHtml);

/// <param name="Legend">What the numbers in the drawing are; null where there are none.</param>
internal sealed record GraphView(string DrawingHtml, string? Legend, IReadOnlyList<GraphRowView> Rows, bool ShowsValues);

internal sealed record GraphRowView(string Name, string Operation, string Inputs, string? ValueHtml, string? DerivativeHtml, string Marks);

internal sealed record SolutionView(
    IReadOnlyList<FormulaView> Formulas, IReadOnlyList<string> Rubric, string? Property, string? ExplanationHtml);

/// <param name="Name">Null where the part has one formula only.</param>
internal sealed record FormulaView(string? Name, string Plain, string? MathHtml);
