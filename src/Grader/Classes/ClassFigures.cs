using Formulas.Text;
using Grader.Reporting;
using Grader.Statistics;

namespace Grader.Classes;

/// <summary>What the results of a class say as a whole. Submissions go by their number in the results, from 0.</summary>
/// <param name="Verdicts">For each submission, one letter for each part of its worksheet (<see cref="VerdictLetters"/>); blank where nothing was graded.</param>
public sealed record ClassFigures(
    IReadOnlyList<string> Verdicts,
    EquatableList<WorksheetFigures> Worksheets,
    EquatableList<NamedMistake> Mistakes,
    EquatableList<UnreadNotation> Unread,
    EquatableList<FailingCode> Failing,
    CoincidenceFigures Coincidences)
{
    public static ClassFigures None { get; } = new([], [], [], [], [], new(0, [], new Dictionary<int, StudentSubmissions>()));
}

/// <param name="Waiting">How many submissions have points that a person has still to give.</param>
/// <param name="Scores">Shares of the points that were judged, from 0 to 1; null where nothing was.</param>
public sealed record WorksheetFigures(string Worksheet, int Submissions, int Waiting, Spread? Scores, Histogram Histogram, EquatableList<PartFigures> Parts);

/// <summary>One part over all submissions. What waits for a person is left out of the shares.</summary>
/// <param name="MeanShare">Of the part's points, what was earned on average: 0 for the hardest, 1 for the easiest; null where nothing was judged.</param>
/// <param name="ItemRest">Correlation with the rest score; null where one of both is the same for all, or too few were judged.</param>
/// <param name="UpperLower">Mean share of the best 27 % less that of the weakest; null where too few were judged.</param>
/// <param name="Unnamed">Wrong answers whose mistake nobody has named.</param>
public sealed record PartFigures(
    string Part, decimal MaxScore, VerdictCounts Verdicts, double? MeanShare, double? ItemRest, double? UpperLower, int Unnamed)
{
    /// <summary>With fewer judged answers, a discrimination says nothing.</summary>
    public const int FewestJudged = 10;

    public int Submissions => Verdicts.Correct + Verdicts.Partial + Verdicts.Incorrect + Verdicts.Unreadable + Verdicts.Missing + Verdicts.Pending;
}

/// <summary>A mistake that has a name, at one part.</summary>
/// <param name="Message">What most of them were told. It may quote students.</param>
public sealed record NamedMistake(string Worksheet, string Part, string Code, string Message, EquatableList<int> Submissions);

/// <summary>Something that students typed and that could not be read.</summary>
/// <param name="Text">Normalised. Never trusted.</param>
/// <param name="Places">Worksheet and part of each.</param>
public sealed record UnreadNotation(string Code, string Message, string Text, EquatableList<string> Places, EquatableList<int> Submissions);

/// <summary>Programs that were stopped, crashed or were refused.</summary>
/// <param name="Part">Null where the whole program was concerned.</param>
public sealed record FailingCode(string Code, string? Worksheet, string? Part, EquatableList<int> Submissions);

/// <param name="Pairs">How many pairs of students share rare wrong answers in several places.</param>
/// <param name="Shown">The most striking of them.</param>
/// <param name="Students">By number, those of the pairs shown.</param>
public sealed record CoincidenceFigures(int Pairs, EquatableList<Coincidence> Shown, IReadOnlyDictionary<int, StudentSubmissions> Students);

/// <summary>One student's name and submissions. Never trusted.</summary>
public sealed record StudentSubmissions(string Student, EquatableList<int> Submissions);
