using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>
/// A condition on the inputs, tried on both sides of its boundary and on it. A formula with the values 0 and 1 is as good as a
/// condition. Right on both sides but wrong on the boundary is wrong, and named so.
/// </summary>
internal sealed class PredicateCheck
{
    private readonly PreparedFunction function;
    private readonly Expression boundary;
    private readonly EquatableList<SamplePoint> onBoundary;
    private readonly EquatableList<SamplePoint> besideBoundary;
    private readonly EquatableList<SamplePoint> hardlyOff;
    private readonly Lazy<ConditionMistakes?> mistakes;

    /// <param name="boundary">A scalar formula that is 0 on the boundary.</param>
    public PredicateCheck(PreparedFunction function, string boundary)
    {
        this.function = function;
        mistakes = new(() => ConditionMistakes.Of(function));
        this.boundary = PreparedFunction.ReadOwn(boundary, function.Specification.Scope);
        // Simple samples fall on the boundary by themselves now and then.
        var isOn = function.Samples.ToLookup(IsOnBoundary);
        hardlyOff = BoundaryPoints.Beside(this.boundary, function);
        onBoundary = isOn[true].Concat(BoundaryPoints.On(this.boundary, function)).ToEquatableList();
        besideBoundary = isOn[false].ToEquatableList();
        var truths = besideBoundary.Select(sample => sample.Expected.Value).Distinct().Count();
        if (onBoundary.Count == 0 || truths < 2) throw new InvalidOperationException($"The boundary {boundary} was not met from both sides.");
    }

    /// <summary>Samples exactly where the truth turns over.</summary>
    public EquatableList<SamplePoint> OnBoundary => onBoundary;

    public EquatableList<SamplePoint> BesideBoundary => besideBoundary;

    /// <summary>Samples hardly off the boundary, on both sides.</summary>
    public EquatableList<SamplePoint> HardlyOff => hardlyOff;

    public (Judgement Judgement, AnswerReading? Reading) Check(Answer answer)
    {
        if (answer is Answer.Number or Answer.NumberList or Answer.NumberTable or Answer.ExplicitValue)
        {
            return (Judgement.Unreadable(Messages.ConditionWanted("a value")), AnswerReadings.OfText(AnswerReadings.Given(answer)));
        }

        var text = answer is Answer.Text plain ? new Answer.ExplicitFormula(plain.Content) : answer;
        if (text is Answer.ExplicitFormula { Content: var content } && string.IsNullOrWhiteSpace(content)) return (Judgement.Missing, null);
        return AnswerInterpreter.Interpret(text, function) switch
        {
            Interpretation.Missing => (Judgement.Missing, null),
            Interpretation.Refused refused => (Judgement.Unreadable(refused.Reason), refused.Reading),
            Interpretation.Formula formula => (WithNotes(Judge(formula.Tree), formula.Notes), formula.Reading),
            Interpretation.Typed typed => (Judgement.Unreadable(Messages.ConditionWanted("a value")), typed.Reading),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Judgement WithNotes(Judgement judged, EquatableList<Feedback> notes) =>
        judged with { Feedback = notes.Concat(judged.Feedback).ToEquatableList() };

    private Judgement Judge(Expression answer)
    {
        if (answer.Shape is not (Shape.TruthShape or Shape.ScalarShape)) return Judgement.Unreadable(Messages.ConditionWanted($"a {answer.Shape}"));
        var (besideBoundary, beside) = Beside(answer);
        var on = onBoundary.Select(sample => Truth(answer, sample)).ToList();
        if (beside.Concat(on).Any(truth => truth is Answered.NoTruth)) return Judgement.Unreadable(Messages.ConditionWanted("a number"));
        if (beside.Concat(on).Any(truth => truth is Answered.OverBudget)) return Judgement.Unreadable(Messages.OverBudget());

        var right = besideBoundary.Select(sample => sample.Expected).ToList();
        if (KnownReading(answer) is { } known) return known;
        var agreeing = Count(beside, besideBoundary, agree: true);
        var opposing = Count(beside, besideBoundary, agree: false);
        if (agreeing == right.Count) return AtBoundary(on) ?? CloseBy(answer) ?? (Count(on, onBoundary, agree: true) == on.Count ? Judgement.Correct() : Judgement.Pending(Messages.Undecided()));
        if (beside.FindIndex(truth => truth is Answered.Undefined) is var undefined and >= 0)
        {
            return Judgement.Incorrect(Messages.NotFinite("the condition")) with { Counterexample = At(besideBoundary[undefined], null) };
        }

        if (opposing == 0) return Judgement.Pending(Messages.Undecided());
        var differing = Enumerable.Range(0, right.Count).First(i => beside[i] is Answered.Truth truth && truth.Holds != Holds(besideBoundary[i]));
        return Judgement.Incorrect([.. Named(answer, isTurned: opposing == right.Count)]) with { Counterexample = At(besideBoundary[differing], new Value.Truth(!Holds(besideBoundary[differing]))) };
    }

    /// <summary>The samples beside the boundary and what a condition says there; those beyond the statement are left out where it says nothing.</summary>
    private (IReadOnlyList<SamplePoint> Samples, List<Answered> Answers) Beside(Expression answer)
    {
        var asked = besideBoundary.Select(sample => (Sample: sample, Truth: Truth(answer, sample))).Where(pair => !(pair.Sample.IsBeyond && pair.Truth is Answered.Undefined)).ToList();
        return ([.. asked.Select(pair => pair.Sample)], [.. asked.Select(pair => pair.Truth)]);
    }

    private IReadOnlyList<Feedback> Named(Expression answer, bool isTurned)
    {
        if (Misconception(answer) is { } known) return [known];
        if (isTurned) return [Messages.TurnedInequality()];
        return mistakes.Value?.Find(answer) is { Count: > 0 } found ? found : [Messages.WrongCondition()];
    }

    /// <summary>
    /// Right at all samples, and yet wrong hardly off the boundary, or about where the answer itself turns over.
    /// Null where no such point says so for certain.
    /// </summary>
    private Judgement? CloseBy(Expression answer)
    {
        var points = hardlyOff.Concat(function.TurnsOf(answer)).Concat(function.BesideTurnsOf(answer)).Concat(function.Special).Concat(onBoundary);
        var differing = points.FirstOrDefault(point => Truth(answer, point) is Answered.Truth truth && truth.Holds != Holds(point));
        return differing is null
            ? null
            : Judgement.Incorrect(Messages.WrongCondition()) with { Counterexample = At(differing, new Value.Truth(!Holds(differing))) };
    }

    public bool IsOnBoundary(SamplePoint point) =>
        Evaluation.Evaluate(boundary, point.Inputs) is Outcome.Known { Value: Value.Scalar { Number: 0 } };

    /// <summary>Wrong wherever both sides are equal; null where that is not so, or not for certain.</summary>
    private Judgement? AtBoundary(List<Answered> on)
    {
        if (Count(on, onBoundary, agree: false) != on.Count) return null;
        var holds = !Holds(onBoundary[0]);
        return Judgement.Incorrect(Messages.Boundary(holds)) with { Counterexample = At(onBoundary[0], new Value.Truth(holds)) };
    }

    private Judgement? KnownReading(Expression answer)
    {
        var reading = function.Readings.FirstOrDefault(reading => IsSame(answer, reading.Formula));
        return reading is null ? null : Judgement.ByCredit(reading.Source.Credit, Messages.AlternativeReading(reading.Source.Message));
    }

    private Feedback? Misconception(Expression answer)
    {
        var mistake = function.Misconceptions.FirstOrDefault(mistake => IsSame(answer, mistake.Formula));
        return mistake is null ? null : new(mistake.Source.Code, mistake.Source.Message);
    }

    private bool IsSame(Expression answer, Expression other) =>
        besideBoundary.Concat(onBoundary).All(sample => Truth(answer, sample) is Answered.Truth truth && truth == Truth(other, sample));

    private static int Count(List<Answered> answers, IReadOnlyList<SamplePoint> samples, bool agree) =>
        answers.Where((answered, i) => answered is Answered.Truth truth && (truth.Holds == Holds(samples[i])) == agree).Count();

    private static bool Holds(SamplePoint sample) => sample.Expected.Value is Value.Truth { Holds: true } or Value.Scalar { Number: 1 };

    private Counterexample At(SamplePoint sample, Value? answer) => new(function.Inputs(sample.Inputs), answer, sample.Expected.Value);

    /// <summary>Where doubles leave it open, as abs(a) = -a of a rounded number a, more digits may settle it.</summary>
    private static Answered Truth(Expression answer, SamplePoint sample)
    {
        var truth = Truth(Evaluation.EvaluateWithBound(answer, sample.Inputs));
        if (truth is not Answered.Uncertain) return truth;
        var closer = Truth(Evaluation.EvaluateWithMoreDigits(answer, sample.Inputs));
        return closer is Answered.OverBudget ? truth : closer;
    }

    private static Answered Truth(BoundedOutcome outcome) => outcome switch
    {
        BoundedOutcome.Known { IsCertain: false } => new Answered.Uncertain(),
        BoundedOutcome.Known { Value: Value.Truth truth } => new Answered.Truth(truth.Holds),
        BoundedOutcome.Known { Value: Value.Scalar { Number: 0 or 1 } scalar } => new Answered.Truth(scalar.Number == 1),
        BoundedOutcome.Known => new Answered.NoTruth(),
        BoundedOutcome.Undefined => new Answered.Undefined(),
        BoundedOutcome.OverBudget => new Answered.OverBudget(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What a condition said at one sample.</summary>
    private abstract record Answered
    {
        public sealed record Truth(bool Holds) : Answered;

        public sealed record Uncertain : Answered;

        public sealed record NoTruth : Answered;

        public sealed record Undefined : Answered;

        public sealed record OverBudget : Answered;
    }
}
