using System.Runtime.CompilerServices;
using Formulas.Text;
using Grader.Checking.Methods;
using Grader.Exercises;
using Grader.Marking;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>
/// The one act of checking: every answer becomes a function, is held against the reference, and what was seen is said.
/// Safe for several threads; worksheets are prepared once and shared.
/// </summary>
public sealed class Checker
{
    /// <summary>Of each worksheet, in bytes of answers and of what is said of them.</summary>
    private const long MostRemembered = 10_000_000;

    private static readonly IReadOnlyDictionary<string, MethodRecord> NoMethods = new Dictionary<string, MethodRecord>();

    private readonly ConditionalWeakTable<Worksheet, PreparedWorksheet> prepared = [];
    private readonly ulong classSecret;
    private readonly long remembered;

    /// <param name="classSecret">With worksheet and part, the seed of all samples: the same secret, the same verdicts.</param>
    public Checker(ulong classSecret)
        : this(classSecret, MostRemembered)
    {
    }

    /// <param name="remembered">How much of what was judged is kept; 0 for nothing. Verdicts do not depend on it.</param>
    internal Checker(ulong classSecret, long remembered) => (this.classSecret, this.remembered) = (classSecret, remembered);

    /// <param name="submission">For this worksheet; whether its worksheet's name is known is for the caller to say.</param>
    public SubmissionResult Check(Worksheet worksheet, Submission submission) => Check(worksheet, submission, NoMethods);

    /// <param name="methods">What the methods of the submission's program did, by part id.</param>
    internal SubmissionResult Check(Worksheet worksheet, Submission submission, IReadOnlyDictionary<string, MethodRecord> methods)
    {
        var ready = Prepared(worksheet);
        var parts = worksheet.Parts.Select(part => Check(part, ready, submission, methods.GetValueOrDefault(part.Id))).ToEquatableList();
        var totals = Scoring.Total(parts);
        var problems = submission.Problems.Concat(UnknownParts(worksheet, submission)).ToEquatableList();
        return new(submission.File, worksheet.Id, submission.Student, totals.Score, totals.MaxScore, parts, problems);
    }

    /// <summary>What the methods of a program are asked that answers this worksheet.</summary>
    internal IReadOnlyList<MethodQuestion> Questions(Worksheet worksheet)
    {
        var ready = Prepared(worksheet);
        return [.. worksheet.Parts.Select(ready.Method).OfType<PreparedMethod>().Select(method => method.Question)];
    }

    private PreparedWorksheet Prepared(Worksheet worksheet) => prepared.GetValue(worksheet, sheet => new PreparedWorksheet(sheet, classSecret, remembered));

    private static IEnumerable<Problem> UnknownParts(Worksheet worksheet, Submission submission) =>
        from answer in submission.Answers
        where worksheet.Find(answer.PartId) is null
        let near = NearestName.Of(answer.PartId, worksheet.Parts.Select(part => part.Id))
        select Messages.UnknownPart(answer.PartId, worksheet.Id, answer.Position, near);

    private static PartResult Check(Part part, PreparedWorksheet ready, Submission submission, MethodRecord? method)
    {
        var answer = submission.Find(part.Id);
        try
        {
            var judged = Remembered(part, ready, submission);
            // The answer file says what is meant for which part, so it goes before a method; an empty answer leaves it to the method.
            return judged.Verdict == Verdict.Missing && method is not null && ready.Method(part) is { } asked ? Judge(part, asked, method) : judged;
        }
        // Whatever goes wrong in one part, the other parts and the rest of the class are graded, and the student loses nothing.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            var given = answer is null ? null : AnswerReadings.OfText(AnswerReadings.Given(answer));
            return Result(part, Judgement.Pending(Messages.GraderFault()), given) with { Fault = fault.ToString() };
        }
    }

    /// <summary>
    /// A class writes the same things over and over: what was judged lately is not judged again. Where the other answers were not looked
    /// at, as for a right one, the result is that of all who answer this part alike.
    /// </summary>
    private static PartResult Remembered(Part part, PreparedWorksheet ready, Submission submission)
    {
        var alone = AnsweredPart.Of(part.Id, [], submission);
        if (ready.Judged.Find(alone) is { } found) return found;
        var earlier = ready.CarriedFrom(part);
        var withEarlier = earlier.Count == 0 ? alone : AnsweredPart.Of(part.Id, earlier, submission);
        if (earlier.Count > 0 && ready.Judged.Find(withEarlier) is { } carried) return carried;
        var answers = new EarlierAnswers(submission, part.Id);
        var judged = alone.Answer is { } answer ? Judge(part, ready, answer, answers) : Result(part, Judgement.Missing, null);
        var answered = answers.WereAskedFor ? withEarlier : alone;
        var shared = judged with { IsShared = true };
        return answered.Size is { } size && ready.Judged.Add(answered, shared, (sizeof(char) * size) + judged.Size) ? shared : judged;
    }

    private static PartResult Judge(Part part, PreparedWorksheet ready, Answer answer, EarlierAnswers earlier)
    {
        switch (part.Kind, ready.Part(part))
        {
            case (_, PreparedPart.Function function):
                return Result(part, FunctionCheck.Check(function.Content, answer, function.From, new(earlier, ready.Function)), function.Content.Record);
            case (_, PreparedPart.Predicate predicate):
                return Result(part, predicate.Check.Check(answer), predicate.Content.Record);
            case (_, PreparedPart.Graph graph):
                var (value, shown, findings) = graph.Check.Check(answer);
                return Result(part, value, shown, graph.Content.Record) with { Graph = findings };
            case (_, PreparedPart.Table table):
                var (judgement, reading, cells) = TableCheck.Check(table.Content, answer, new(earlier, ready.Table));
                return Result(part, judgement, reading) with { Cells = cells };
            case (PartKind.Choice choice, _):
                return Result(part, OptionCheck.Choice(answer, choice.Options));
            case (PartKind.Claims claims, _):
                return Result(part, OptionCheck.Claims(answer, claims.Options));
            case (PartKind.Prose, _):
                return Result(part, ProseCheck.Check(answer, part.Points));
            case (PartKind.Fit fit, _):
                return Result(part, ProseCheck.Fit(answer, fit.Method));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static PartResult Judge(Part part, PreparedMethod asked, MethodRecord method)
    {
        var (judgement, reading, cells) = MethodCheck.Check(asked, method);
        return Result(part, judgement, reading) with { Cells = cells };
    }

    private static PartResult Result(Part part, (Judgement Judgement, AnswerReading? Reading) outcome, SampleRecord? samples = null) =>
        Result(part, outcome.Judgement, outcome.Reading, samples);

    private static PartResult Result(Part part, Judgement judgement, AnswerReading? reading, SampleRecord? samples = null) => new(
        part.Id,
        judgement.Verdict,
        Scoring.Points(judgement.Credit, part.Points),
        part.Points,
        reading,
        judgement.Feedback,
        judgement.Counterexample,
        [],
        judgement.Verdict is Verdict.Missing or Verdict.Unreadable ? null : samples);
}
