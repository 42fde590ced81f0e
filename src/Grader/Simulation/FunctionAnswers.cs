using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Rendering;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Simulation;

/// <summary>Formulas and values for one function of inputs: a part of that kind, a condition, or a cell of a table.</summary>
/// <param name="reference">The reference's own value at the given inputs; null where it has none.</param>
/// <param name="samples">Answers to this part from the worksheet's right samples.</param>
internal sealed class FunctionAnswers(FunctionSpecification specification, Value? reference, IReadOnlyList<JToken> samples) : IPartAnswers
{
    private readonly Trials trials = new(specification);
    private readonly Lazy<IReadOnlyList<PooledMistake>> mistakes = new(() => MistakePool.Of(specification, new(specification)));

    private Scope Scope => specification.Scope;

    public Trials Trials => trials;

    /// <summary>The right value at the given inputs; null where values are no answer.</summary>
    public GivenValue? Given => specification.Shape is Shape.TruthShape ? null : (reference ?? trials.AtGiven(trials.Canonical)) is { } value ? new(value, specification.Tolerance) : null;

    public Written Right(Pen pen)
    {
        if (Given is { } value && pen.Random.OneIn(3)) return Written.Right(value.Careful(pen), "value");
        if (samples.Count > 0 && pen.Random.OneIn(3)) return Written.Right(pen.One(samples).DeepClone(), "sample");
        var readings = specification.Readings.Where(reading => reading.Credit == 1).ToList();
        if (readings.Count > 0 && pen.Random.OneIn(6))
            return new(pen.Formula(trials.Own(pen.One(readings).Formula), Scope), Verdict.Correct, "reading", ["alternative-reading"]);
        return Written.Right(pen.Formula(Rewritten(trials.Canonical, pen), Scope), "formula");
    }

    public Written? Mistaken(Pen pen)
    {
        if (Given is { } value)
        {
            if (pen.Random.OneIn(4) && value.Coarse(pen) is var (rounded, code)) return new(rounded, Verdict.Partial, "rounding", [code]);
            if (pen.Random.OneIn(4) && WrongValue(pen, value) is { } wrong) return wrong;
        }

        var halves = specification.Readings.Where(reading => reading.Credit is > 0 and < 1).ToList();
        if (halves.Count > 0 && pen.Random.OneIn(6))
            return new(pen.Formula(trials.Own(pen.One(halves).Formula), Scope), Verdict.Partial, "reading", ["alternative-reading"]);
        var listed = mistakes.Value.Where(mistake => mistake.Made == "misconception").ToList();
        var pool = listed.Count > 0 && pen.Random.OneIn(2) ? listed : mistakes.Value;
        if (pool.Count == 0) return null;
        var chosen = pen.One(pool);
        var formula = chosen.Formula is Expression.Let || !pen.Random.OneIn(2) ? chosen.Formula : new EqualForms(Scope, pen.Random).Rewrite(chosen.Formula, 1);
        return new(pen.Formula(formula, Scope), Verdict.Incorrect, chosen.Made, chosen.Codes);
    }

    public Written? Unreadable(Pen pen) => SpoiltFormulas.Of(trials.Canonical, Scope, pen);

    private Expression Rewritten(Expression formula, Pen pen)
    {
        if (formula is Expression.Let) return formula;
        var forms = new EqualForms(Scope, pen.Random);
        if (!pen.Random.OneIn(3)) formula = forms.Rewrite(formula, pen.Random.Next(1, 3));
        return pen.Random.OneIn(4) ? forms.Abbreviate(formula) : formula;
    }

    /// <summary>The value that a mistake leads to. It is named only where it is the value of one listed mistake alone.</summary>
    private Written? WrongValue(Pen pen, GivenValue right)
    {
        if (mistakes.Value.Count == 0 || trials.AtGiven(pen.One(mistakes.Value).Formula) is not { } wrong) return null;
        var other = new GivenValue(wrong, specification.Tolerance);
        var readings = specification.Readings.Select(reading => trials.AtGiven(trials.Own(reading.Formula))).OfType<Value>();
        if (!right.IsClearlyOther(other.Entries) || readings.Any(reading => !new GivenValue(reading, specification.Tolerance).IsClearlyOther(other.Entries))) return null;
        var leading = specification.Misconceptions
            .Where(mistake => trials.AtGiven(trials.Own(mistake.Formula)) is { } value && !new GivenValue(value, specification.Tolerance).IsClearlyOther(other.Entries)).ToList();
        EquatableList<string> codes = leading is [var only] && trials.AtGiven(trials.Own(only.Formula)) is { } named && new GivenValue(named, specification.Tolerance).IsClose(other.Entries)
            ? [only.Code]
            : [];
        return new(other.Careful(pen), Verdict.Incorrect, "wrong value", codes);
    }
}
