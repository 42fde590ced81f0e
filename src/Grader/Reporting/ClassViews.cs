namespace Grader.Reporting;

/// <param name="Number">The worksheet's number on the page, from 0.</param>
/// <param name="Waiting">A sentence on points that are not in the figures; null where all are.</param>
internal sealed record WorksheetFiguresView(int Number, string Id, string? Waiting, HistogramView? Histogram, IReadOnlyList<PartFiguresView> Parts);

/// <summary>A histogram in the coordinates of its picture, with the same in words and as a table.</summary>
internal sealed record HistogramView(string Picture, string Description, string Median, IReadOnlyList<BarView> Bars, IReadOnlyList<TickView> Ticks);

/// <param name="Range">Such as <c>10 to 20 %</c>.</param>
/// <param name="Count">Null where the bin is empty, which shows best with no number.</param>
internal sealed record BarView(string Range, int Total, string X, string Y, string Height, string Middle, string Above, int? Count);

internal sealed record TickView(string X, int Percent);

/// <param name="Place">How the page's script names the part.</param>
/// <param name="Remarks">What deserves a look; blank where nothing does.</param>
internal sealed record PartFiguresView(
    string Id,
    string Place,
    string Points,
    FigureView Mean,
    FigureView ItemRest,
    FigureView UpperLower,
    FigureView Missing,
    string Description,
    IReadOnlyList<SegmentView> Segments,
    IReadOnlyList<int> Counts,
    string Remarks);

/// <param name="Words">For people; <paramref name="Key"/> for sorting, null where there is no figure.</param>
internal sealed record FigureView(string Words, string? Key);

/// <summary>A piece of a stacked bar that is 100 wide.</summary>
internal sealed record SegmentView(string Kind, string X, string Width);

/// <summary>Links to submissions: some of them, and how many more there are.</summary>
internal sealed record LinksView(string Summary, IReadOnlyList<LinkView> Links, string? More);

/// <param name="Address">Null where the submission has no page.</param>
internal sealed record LinkView(string? Address, string Name);

internal sealed record MistakesView(IReadOnlyList<MistakeView> All, string? More);

internal sealed record MistakeView(string Worksheet, string Part, string Code, string Message, string Share, LinksView Students);

internal sealed record UnreadView(IReadOnlyList<UnreadGroupView> Groups);

/// <summary>Everything that could not be read for one kind of reason.</summary>
internal sealed record UnreadGroupView(string Code, string Meaning, string Count, IReadOnlyList<UnreadTextView> Texts, string? More);

internal sealed record UnreadTextView(string Text, string Message, string Places, LinksView Students);

internal sealed record FailingView(IReadOnlyList<FailingCodeView> All);

internal sealed record FailingCodeView(string Code, string Meaning, string Place, LinksView Students);

/// <param name="Nothing">Why the list is empty; null where it is not.</param>
internal sealed record CoincidencesView(string? Nothing, IReadOnlyList<CoincidenceView> All, string? More);

internal sealed record CoincidenceView(LinksView First, LinksView Second, FigureView Rarity, IReadOnlyList<SharedAnswerView> Answers);

internal sealed record SharedAnswerView(string Place, string Text, string Rarity);
