using System.Globalization;
using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Reference;

namespace Grader.SelfTest;

/// <summary>Everything that a function of inputs is held against: an F, P or G part, or a cell of a table.</summary>
/// <param name="name">Worksheet/part, and the cell.</param>
/// <param name="reference">The true value of the part or cell.</param>
/// <param name="isMethod">False where it is the canonical formula itself, so that nothing is learnt by comparing the two.</param>
internal sealed class FunctionChecks(string name, FunctionSpecification specification, ReferenceMethod reference, bool isMethod)
{
    public IEnumerable<CheckResult> All()
    {
        if (isMethod) yield return Guarded.Run(name, "formula", AgainstCanonical);
        yield return Guarded.Run(name, "given", AtGiven);
        if (specification.Printed.Count > 0) yield return Guarded.Run(name, "printed", AgainstPrinted);
        foreach (var check in new DerivationChecks(name, specification, reference).All()) yield return check;
        foreach (var reading in specification.Readings) yield return Guarded.Run(name, "readings", check => Differs(reading.Formula, reading.Id, check));
        foreach (var mistake in specification.Misconceptions) yield return Guarded.Run(name, "mistakes", check => Differs(mistake.Formula, mistake.Code, check));
    }

    private Expression Canonical() => Parsed.Formula(specification.Canonical, specification.Scope);

    private void AgainstCanonical(Agreement check)
    {
        var canonical = Canonical();
        if (canonical.Shape != specification.Shape) check.Fail($"The formula is a {canonical.Shape}, but a {specification.Shape} is asked.");
        foreach (var sample in Samples.Of(specification, specification.Scope))
        {
            if (check.Samples >= Samples.Wanted || check.HasFailed) return;
            if (Evaluation.EvaluateWithBound(canonical, sample.Inputs) is BoundedOutcome.Known { IsCertain: true } known)
            {
                check.Compare(reference(sample.Inputs), known.Value, known.Bounds, sample.Where);
            }
        }

        check.Fail($"Only {check.Samples} samples have a value.");
    }

    private void AtGiven(Agreement check)
    {
        var inputs = Completed(specification.Given);
        switch (Evaluation.EvaluateWithBound(Canonical(), inputs))
        {
            case BoundedOutcome.Known known:
                check.Compare(reference(inputs), known.Value, known.Bounds, "the given inputs");
                break;
            case BoundedOutcome.Undefined(var reason):
                check.Fail($"There is no value at the given inputs: {reason}.");
                break;
            case BoundedOutcome.OverBudget(var reason):
                check.Fail(reason);
                break;
        }
    }

    private void AgainstPrinted(Agreement check)
    {
        foreach (var printed in specification.Printed)
        {
            var half = 0.5 * Math.Pow(10, -printed.Decimals);
            var here = Agreement.Entries(reference(Completed(printed.Inputs)));
            var there = Agreement.Entries(printed.Value);
            if (here.Count != there.Count || here.Zip(there).Any(pair => Math.Abs(pair.First - pair.Second) > half * (1 + Agreement.Allowed)))
            {
                check.Fail(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The source prints {string.Join(", ", there)} to {printed.Decimals} decimals; the value is {string.Join(", ", here)}."));
            }

            check.Measure(0, "the printed inputs");
        }
    }

    /// <summary>A mistake or another reading that never differs from the right formula could never be told from it.</summary>
    private void Differs(string text, string id, Agreement check)
    {
        const double Clearly = 1e-6;
        var canonical = Canonical();
        var other = Parsed.Formula(text, specification.Scope);
        if (other.Shape != canonical.Shape)
        {
            check.Measure(0, id);
            return;
        }

        foreach (var sample in Samples.Of(specification, specification.Scope))
        {
            if (Evaluation.Evaluate(canonical, sample.Inputs) is not Outcome.Known(var right)) continue;
            check.Measure(0, sample.Where);
            if (Evaluation.Evaluate(other, sample.Inputs) is not Outcome.Known(var wrong)) return;
            if (RelativeDifference(right, wrong) > Clearly) return;
        }

        check.Fail($"The formula of {id}, \"{text}\", never differs from the right one.");
    }

    private Assignment Completed(Assignment inputs) => DerivedSymbols.Complete(specification.Scope, inputs) switch
    {
        Reading<Assignment>.Success(var completed, _) => completed,
        Reading<Assignment>.Failure(var problem) => throw new UnreadableFormulaException(problem.Message),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static double RelativeDifference(Value right, Value wrong)
    {
        var (here, there) = (Agreement.Entries(right), Agreement.Entries(wrong));
        if (here.Count != there.Count) return double.PositiveInfinity;
        var scale = here.Concat(there).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return scale == 0 ? 0 : here.Zip(there).Max(pair => Math.Abs(pair.First - pair.Second)) / scale;
    }
}
