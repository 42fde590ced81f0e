using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;

namespace Formulas.Analysis.Mutation;

/// <summary>A formula with one plausible mistake in it.</summary>
/// <param name="Formula">Of the right formula's shape, and well shaped itself.</param>
/// <param name="Code">The mistake's name, kebab-case and stable.</param>
public sealed record PlantedMistake(Expression Formula, string Code);

/// <summary>Makes wrong answers of right ones, for classes to practise on: what <see cref="MistakeSearch"/> finds, planted on purpose.</summary>
public static class PlantedMistakes
{
    /// <summary>
    /// All single mistakes that are plausible by themselves and that a student can write: each formula is what its text is read as.
    /// A change may leave the values as they are: that is for the caller to see.
    /// </summary>
    /// <param name="scope">The symbols that the formula was read with.</param>
    public static IReadOnlyList<PlantedMistake> Of(Expression formula, Scope scope)
    {
        var planted = new List<PlantedMistake>();
        foreach (var change in Mutations.Of(formula, scope).Where(change => change.Plausibility < Plausibility.Several))
        {
            if (FormulaReader.Read(Calculator.Print(change.Replacement), scope) is Reading<Expression>.Success(var read, _) && read.Shape == formula.Shape)
                planted.Add(new(read, change.Name().Code));
        }

        return planted;
    }
}
