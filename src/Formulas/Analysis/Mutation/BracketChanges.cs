using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;

namespace Formulas.Analysis.Mutation;

/// <summary>Brackets lost, and functions taken for linear ones: what stands around a sum reaches only one of its terms, or each by itself.</summary>
internal static class BracketChanges
{
    public static IEnumerable<Change> Of(Expression node) => node switch
    {
        Expression.Power { Base: Expression.Additive sum } power =>
            [new(sum with { Left = power with { Base = sum.Left }, Right = power with { Base = sum.Right } }, Plausibility.Bracket, () => MistakeSentences.DistributedPower(power))],
        Expression.Call { Arguments: [Expression.Additive sum] } call when call.Function is not ("sum" or "tr") => Distributed(call, sum),
        Expression.GenericCall { Argument: Expression.Additive sum } call => Distributed(call, sum),
        Expression.MapCall { Argument: Expression.Additive sum } call => Distributed(call, sum),
        _ => [],
    };

    /// <summary>The formula written without one pair of its brackets, and read as it then stands.</summary>
    public static IEnumerable<Change> OfWhole(Expression formula, Scope scope)
    {
        var text = Calculator.Print(formula);
        var open = new Stack<int>();
        for (var k = 0; k < text.Length; k++)
        {
            if (text[k] == '(') open.Push(k);
            if (text[k] != ')' || !open.TryPop(out var start) || IsCall(text, start)) continue;
            var inside = text[(start + 1)..k];
            if (FormulaReader.Read($"{text[..start]} {inside} {text[(k + 1)..]}", scope) is Reading<Expression>.Success(var read, _))
                yield return new(read, Plausibility.Bracket, () => MistakeSentences.LostBrackets(inside));
        }
    }

    private static bool IsCall(string text, int bracket) => bracket > 0 && (char.IsLetterOrDigit(text[bracket - 1]) || text[bracket - 1] is '\'' or '_');

    private static IEnumerable<Change> Distributed(Expression call, Expression.Additive sum)
    {
        Expression On(Expression argument) => Operands.Replaced(call, [argument]);
        yield return new(sum with { Left = On(sum.Left), Right = On(sum.Right), Shape = call.Shape }, Plausibility.Bracket, () => MistakeSentences.Distributed(call));
        yield return new(sum with { Left = On(sum.Left), Shape = call.Shape }, Plausibility.Bracket, () => MistakeSentences.PartialArgument(call, sum));
    }
}
