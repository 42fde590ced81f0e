using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking;

/// <summary>The formula that an earlier cell counts with: the student's own where that is wrong, else the sheet's.</summary>
/// <param name="Name">Its symbol in <see cref="CarriedScope"/>.</param>
/// <param name="Wrong">The cell, where the formula is the student's and wrong; null where it is right or missing.</param>
internal sealed record EarlierFormula(string Name, Domain Domain, Expression Formula, OwnCell? Wrong);

/// <summary>
/// A cell answered by a formula, held against what follows from the student's own formulas for earlier cells, at all samples. An earlier
/// cell that was answered by a wrong number says nothing about other inputs, so nothing is carried from it here.
/// </summary>
internal static class CarriedFormulas
{
    /// <summary>Fewer samples with a value would prove little.</summary>
    private const int Fewest = 8;

    public static bool Follows(PreparedCell cell, Expression answer, IReadOnlyList<EarlierFormula> earlier)
    {
        if (cell.Carry is not { } carry || earlier.All(source => source.Wrong is null)) return false;
        var samples = cell.Function.Samples.Select(sample => sample.Inputs).ToList();
        var possible = samples.TrueForAll(inputs => earlier.All(source => source.Wrong is null || CanHave(source, inputs)));
        var carried = samples.Select(inputs => Evaluation.EvaluateWithBound(carry, With(inputs, earlier))).ToList();
        if (!possible || !TellsEnough(carried)) return false;
        var answers = samples.Select(inputs => Evaluation.EvaluateWithBound(answer, inputs)).ToList();
        return Trial.Of(answer.Shape, answers, cell.Function.Specification.Shape, carried).IsEqual;
    }

    private static Assignment With(Assignment inputs, IReadOnlyList<EarlierFormula> earlier)
    {
        var definitions = new Dictionary<string, SymbolDefinition>(inputs.Definitions);
        foreach (var source in earlier) definitions[source.Name] = new(source.Formula, Shape.Scalar, []);
        return inputs with { Definitions = definitions };
    }

    private static bool CanHave(EarlierFormula source, Assignment inputs) =>
        Evaluation.Evaluate(source.Formula, inputs) is not Outcome.Known { Value: Value.Scalar(var number) } || CarriedScope.Holds(source.Domain, number);

    /// <summary>A formula with one value everywhere leaves nothing to work out.</summary>
    private static bool TellsEnough(List<BoundedOutcome> carried)
    {
        var known = carried.OfType<BoundedOutcome.Known>().Where(outcome => outcome.IsCertain).ToList();
        return known.Count >= Fewest && known.Select(outcome => outcome.Value).Distinct().Skip(1).Any();
    }
}
