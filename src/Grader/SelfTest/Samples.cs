using System.Globalization;
using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.SelfTest;

/// <summary>An input of the self-test, and the words that let it be drawn again.</summary>
internal sealed record Sample(Assignment Inputs, Place Where);

/// <summary>Random inputs with random sizes, of the domains that a part declares and under its constraints.</summary>
internal static class Samples
{
    /// <summary>How many inputs each comparison needs.</summary>
    public const int Wanted = 100;

    /// <summary>How many may be drawn for them: some have no value, as a ratio of counts that are 0.</summary>
    private const int MostDrawn = 20 * Wanted;

    public const ulong Seed = 20_230_901;

    /// <param name="further">Constraints beside the part's own.</param>
    public static IEnumerable<Sample> Of(FunctionSpecification specification, Scope scope, EquatableList<string>? further = null)
    {
        var constraints = specification.Constraints.Concat(further ?? []).Select(text => Parsed.Formula(text, scope)).ToList();
        return Of(scope, specification.SizeRanges).Where(sample => constraints.All(constraint => Holds(constraint, sample.Inputs)));
    }

    public static IEnumerable<Sample> Of(Scope scope, EquatableList<SizeRange> sizes) =>
        Enumerable.Range(0, MostDrawn).Select(index =>
        {
            var inputs = Sampling.Draw(scope, sizes, Seed, index);
            return new Sample(inputs, new(string.Create(CultureInfo.InvariantCulture, $"sample {index} of seed {Seed}"), inputs));
        });

    private static bool Holds(Expression constraint, Assignment inputs) =>
        Evaluation.Evaluate(constraint, inputs) is Outcome.Known(Value.Truth(true));
}
