using Formulas.Text;
using Grader.Batching;
using Grader.Checking;
using Grader.Reporting;
using Grader.Statistics;

namespace Grader.Classes;

/// <summary>Sums up the submissions to one worksheet as they come. Of each, its share of the points and of each part's points is kept.</summary>
internal sealed class WorksheetCount
{
    private const int Bins = 10;

    private readonly List<PartCount> parts = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<(decimal Share, float[] Items)> students = [];
    private int submissions;
    private int waiting;

    /// <returns>The submission's verdicts, in the order of the worksheet's parts.</returns>
    public string Add(ResultLine line)
    {
        submissions++;
        if (line.Waiting > 0) waiting++;
        foreach (var part in line.Parts.Where(part => !places.ContainsKey(part.Part)))
        {
            places[part.Part] = parts.Count;
            parts.Add(new PartCount(part.Part));
        }

        var judged = line.Parts.Where(part => part.Verdict != Verdict.Pending && part.MaxScore > 0).ToList();
        var (score, most) = (judged.Sum(part => part.Score), judged.Sum(part => part.MaxScore));
        var items = Enumerable.Repeat(float.NaN, parts.Count).ToArray();
        foreach (var part in judged)
        {
            var place = places[part.Part];
            var share = (double)(part.Score / part.MaxScore);
            items[place] = (float)share;
            parts[place].Judge(share, most > part.MaxScore ? (double)((score - part.Score) / (most - part.MaxScore)) : null);
        }

        foreach (var part in line.Parts) parts[places[part.Part]].Add(part);
        if (most > 0) students.Add((score / most, items));
        var verdicts = line.Parts.ToLookup(part => places[part.Part], part => VerdictLetters.Of(part.Verdict));
        return string.Concat(Enumerable.Range(0, parts.Count).Select(place => verdicts[place].Append(' ').First()));
    }

    public WorksheetFigures Figures(string worksheet) => new(
        worksheet,
        submissions,
        waiting,
        Quantiles.Spread(students.Select(student => (double)student.Share)),
        Histogram.Of(students.Select(student => student.Share), Bins),
        parts.Select((part, place) => part.Figures(UpperLowerAt(place))).ToEquatableList());

    // A submission from before the worksheet gained a part lacks it.
    private double? UpperLowerAt(int place) => UpperLower.Discrimination(
        from student in students
        where place < student.Items.Length && !float.IsNaN(student.Items[place])
        select ((double)student.Share, (double)student.Items[place]));

    private sealed class PartCount(string id)
    {
        private readonly Dictionary<Verdict, int> verdicts = [];
        private decimal maxScore;
        private int judged;
        private double shares;
        private PointBiserial itemRest;
        private int unnamed;

        public void Judge(double share, double? rest)
        {
            judged++;
            shares += share;
            if (rest is { } others) itemRest = itemRest.And(share, others);
        }

        public void Add(ResultPart part)
        {
            maxScore = Math.Max(maxScore, part.MaxScore);
            verdicts[part.Verdict] = verdicts.GetValueOrDefault(part.Verdict) + 1;
            if (part.Verdict == Verdict.Incorrect && !MistakeNames.In(part).Any()) unnamed++;
        }

        public PartFigures Figures(double? upperLower)
        {
            var enough = judged >= PartFigures.FewestJudged;
            var counts = new VerdictCounts(
                verdicts.GetValueOrDefault(Verdict.Correct),
                verdicts.GetValueOrDefault(Verdict.Partial),
                verdicts.GetValueOrDefault(Verdict.Incorrect),
                verdicts.GetValueOrDefault(Verdict.Unreadable),
                verdicts.GetValueOrDefault(Verdict.Missing),
                verdicts.GetValueOrDefault(Verdict.Pending));
            // While most answers wait for a person, the few that are judged are those left out.
            return 2 * counts.Pending > judged + counts.Pending - counts.Missing
                ? new(id, maxScore, counts, null, null, null, unnamed)
                : new(id, maxScore, counts, judged > 0 ? shares / judged : null, enough ? itemRest.Correlation : null, enough ? upperLower : null, unnamed);
        }
    }
}
