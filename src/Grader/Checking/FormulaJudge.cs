using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Analysis.Mutation;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking;

/// <summary>
/// A formula against the right one, at all samples. Equal means within the error bounds of both; a tolerance never enters.
/// A wrong formula is named in the order: another reading of the question, a mistake the exercise knows, a mistake of any exercise.
/// </summary>
internal static class FormulaJudge
{
    public static Judgement Judge(PreparedFunction function, Expression answer)
    {
        var form = Normalizing.Of(answer);
        if (function.IsCanonical(answer, form)) return Judgement.Correct();
        var values = new AnswerValues(function, answer, form);
        if (!values.DifferAtFirst && function.IsProven(answer)) return Judgement.Correct();
        if (Trial.FirstPlain(answer.Shape, values, function.Specification.Shape, function.Expected) is { } sample) return Different(function, answer, values, sample);
        if (values.AreTooLong()) return Judgement.Unreadable(Messages.OverBudget());
        var judged = Judge(function, answer, values);
        var saysSo = values.Gap is { } gap && judged.Verdict == Verdict.Correct && judged.Feedback.All(feedback => feedback.Code != gap.Code);
        return saysSo ? judged with { Feedback = judged.Feedback.Append(values.Gap!).ToEquatableList() } : judged;
    }

    private static Judgement Judge(PreparedFunction function, Expression answer, AnswerValues values)
    {
        var trial = Trial.Of(answer.Shape, values, function.Specification.Shape, function.Expected);
        return trial.Agreement switch
        {
            Agreement.Equal when IsRounded(function, answer) => Judgement.Partial(Judgement.HalfCredit, Messages.RoundedConstant()),
            Agreement.Equal => AtTurns(function, answer),
            Agreement.Different => Different(function, answer, values, trial.Differing!.Value),
            Agreement.Undecided or Agreement.Uninformative => KnownReading(function, answer, values) ?? WithMoreDigits(function, answer),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Equal as far as doubles tell, but not beyond: 0.333333333333333 for 1/3. Where decimals stand, a second sample is looked at.</summary>
    private static bool IsRounded(PreparedFunction function, Expression answer) =>
        function.Precise.Differs(answer, function.Samples.Count - 1)
        || (Subexpressions.All(answer).Any(node => node is Expression.Number { Text.Length: > 3 }) && function.Precise.Differs(answer, 0));

    private static Judgement WithMoreDigits(PreparedFunction function, Expression answer) =>
        Equivalence.DecideAt(answer, function.Canonical, [.. function.Samples.Select(sample => sample.Inputs)]) switch
        {
            Decision.Equal => AtTurns(function, answer),
            Decision.Different(var point) => Judgement.Incorrect(Messages.WrongFormula()) with
            {
                Counterexample = new(function.Inputs(point.Inputs), point.Answer, point.Reference),
            },
            Decision.Undecided => Judgement.Pending(Messages.Undecided()),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>
    /// The right formula so far may still treat equality in a condition wrongly. Rounding can push an equivalent condition off
    /// its boundary at some points, but hardly at all of them.
    /// </summary>
    private static Judgement AtTurns(PreparedFunction function, Expression answer)
    {
        // Beside a turn nothing is rounded, so one certain difference is enough.
        if (function.BesideTurns.Concat(function.BesideTurnsOf(answer)).FirstOrDefault(point => Differs(answer, point)) is { } beside)
        {
            return Judgement.Incorrect(Messages.WrongFormula()) with { Counterexample = At(function, answer, beside) };
        }

        var turns = function.Turns.Concat(function.TurnsOf(answer)).ToList();
        var (differing, missing, compared) = (new List<SamplePoint>(), new List<SamplePoint>(), 0);
        Feedback? gap = null;
        foreach (var point in turns)
        {
            switch (Evaluation.EvaluateWithBound(answer, point.Inputs))
            {
                case BoundedOutcome.Known known:
                    compared++;
                    if (Comparing.Of(known, point.Expected) == Agreement.Different) differing.Add(point);
                    break;
                case BoundedOutcome.Undefined when function.LeapsAt(point):
                    compared++;
                    missing.Add(point);
                    break;
                case BoundedOutcome.Undefined(var reason):
                    gap ??= Messages.Gap(reason, AnswerValues.Place(function.Inputs(point.Inputs)));
                    break;
                default:
                    break;
            }
        }

        if (turns.Count > 0) differing.AddRange(function.Special.Where(point => Differs(answer, point)));
        var wrong = differing.Concat(missing).ToList();
        if (wrong.Count == 0) return gap is null ? Judgement.Correct() : Judgement.Correct(gap);
        // Bounds say for certain that values differ. Why there is none may be another thing at each point.
        if (differing.Count == 0 && missing.Count < compared) return Judgement.Pending(Messages.Undecided());
        var decisive = function.Turns.Count > 0 ? function.Turns.Where(function.LeapsAt).ToList() : turns;
        var isBoundary = decisive.Count > 0 && decisive.TrueForAll(wrong.Contains);
        return Judgement.Incorrect(isBoundary ? Messages.FormulaBoundary() : Messages.WrongFormula()) with { Counterexample = At(function, answer, wrong[0]) };
    }

    private static bool Differs(Expression answer, SamplePoint point) =>
        Evaluation.EvaluateWithBound(answer, point.Inputs) is BoundedOutcome.Known { IsCertain: true } known
        && Comparing.Of(known, point.Expected) == Agreement.Different;

    private static Counterexample At(PreparedFunction function, Expression answer, SamplePoint point) => new(
        function.Inputs(point.Inputs), (Evaluation.Evaluate(answer, point.Inputs) as Outcome.Known)?.Value, point.Expected.Value);

    private static Judgement Different(PreparedFunction function, Expression answer, AnswerValues values, int differing)
    {
        var judged = KnownReading(function, answer, values) ?? Wrong(function, answer, values);
        if (judged.Verdict is Verdict.Correct or Verdict.Unreadable) return judged;
        var shown = judged.Feedback.Any(feedback => feedback.Code == Messages.WithoutValue) ? values.ToList().FindIndex(value => value is BoundedOutcome.Undefined) : differing;
        return judged with { Counterexample = CounterexampleAt(function, values, shown < 0 ? differing : shown) };
    }

    private static Judgement? KnownReading(PreparedFunction function, Expression answer, AnswerValues values)
    {
        var known = function.Readings.FirstOrDefault(reading => IsSame(answer, values, reading));
        return known is null ? null : Judgement.ByCredit(known.Source.Credit, Messages.AlternativeReading(known.Source.Message));
    }

    private static Judgement Wrong(PreparedFunction function, Expression answer, AnswerValues values)
    {
        var known = function.Misconceptions.FirstOrDefault(mistake => IsSame(answer, values, mistake));
        if (known is not null) return Judgement.Incorrect(new Feedback(known.Source.Code, known.Source.Message));
        if (Mistakes.Name(answer.Shape, values, function.Specification.Shape, function.Expected) is { } general) return Judgement.Incorrect(Messages.Named(general).AsSpan());
        var found = function.Mistakes.Find(answer.Shape, values, answer, values.Form)?.Mistakes.Select(Messages.Named).ToList() ?? [];
        if (ShapesDiffer(function, answer, values)) return Judgement.Unreadable([ShapeFeedback(function, answer), .. found]);
        if (DiffersAtTurnsOnly(function, answer, values)) return Judgement.Incorrect(Messages.FormulaBoundary());
        if (found.Count > 0) return Judgement.Incorrect([.. found]);
        var trial = Trial.Of(answer.Shape, values, function.Specification.Shape, function.Expected);
        return Judgement.Incorrect(trial.Undefined is { } reason ? WithoutValue(answer, reason) : Messages.WrongFormula());
    }

    private static bool ShapesDiffer(PreparedFunction function, Expression answer, AnswerValues values) =>
        !answer.Shape.Equals(function.Specification.Shape) && Trial.Of(answer.Shape, values, function.Specification.Shape, function.Expected).ShapesDiffer;

    /// <summary>Simple samples fall on boundaries by themselves now and then.</summary>
    private static bool DiffersAtTurnsOnly(PreparedFunction function, Expression answer, AnswerValues values)
    {
        var turns = TurningPoints.Of(function.Canonical).Concat(TurningPoints.Of(answer)).Distinct().Take(PreparedFunction.MostTurns)
            .Where(turn => TurnsAmongReals(function, turn)).ToList();
        return turns.Count > 0 && !function.BesideTurns.Any(point => Differs(answer, point)) && function.Samples.Where((sample, i) =>
                values[i] is not BoundedOutcome.Known known || Comparing.Of(known, sample.Expected) != Agreement.Equal)
            .All(sample => turns.Exists(turn => Evaluation.Evaluate(turn, sample.Inputs) is Outcome.Known { Value: Value.Scalar { Number: 0 } }));
    }

    /// <summary>A label that is 1 lies on no boundary: where only zeros, ones and counts are compared, equality is a case of its own.</summary>
    private static bool TurnsAmongReals(PreparedFunction function, Expression turn) => function.Derived.RestOn(Subexpressions.Symbols(turn))
        .Any(name => function.Specification.Scope.Find(name) is { Kind: SymbolKind.Variable, Domain: Domain.Interval });

    /// <summary>In the sizes that the exercise names: how many entries a sample happens to have says nothing.</summary>
    private static Feedback ShapeFeedback(PreparedFunction function, Expression answer) =>
        Messages.ShapeMismatch(Messages.InWords(answer.Shape), Messages.InWords(function.Specification.Shape));

    /// <summary>Why a formula has no value at some sample, an entry with a number that lists may lack among the reasons.</summary>
    private static Feedback WithoutValue(Expression answer, string reason) =>
        reason.StartsWith("index", StringComparison.Ordinal) && Subexpressions.All(answer).Any(HasNumberedEntry) ? Messages.FixedEntry(reason) : Messages.NotFinite(reason);

    private static bool HasNumberedEntry(Expression node) => node is Expression.Entry { Indices: var indices } && indices.Any(index => index is Expression.Number)
        || node is Expression.RowOf { Index: Expression.Number } or Expression.ColumnOf { Index: Expression.Number };

    /// <summary>Formulas with one normal form have the same values, which then need not be worked out.</summary>
    private static bool IsSame<T>(Expression answer, AnswerValues values, KnownFormula<T> other) =>
        (values.Form is { } form && answer.Shape.Equals(other.Formula.Shape) && form.Equals(other.Form))
        || Trial.AreEqual(answer.Shape, values, other.Formula.Shape, other.AtSamples);

    private static Counterexample CounterexampleAt(PreparedFunction function, AnswerValues values, int sample)
    {
        var point = function.Samples[sample];
        return new(function.Inputs(point.Inputs), (values[sample] as BoundedOutcome.Known)?.WithoutNoise, point.Expected.WithoutNoise);
    }
}
