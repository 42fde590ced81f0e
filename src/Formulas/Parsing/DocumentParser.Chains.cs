using Formulas.Text;

namespace Formulas.Parsing;

internal sealed partial class DocumentParser
{
    /// <summary>Of L = A = B, a calculation written out, the last formula is the answer. Where each of them starts.</summary>
    private static List<int> LinksOfChain(Statement answer, int start)
    {
        var (nesting, links) = (0, new List<int> { start });
        for (var at = start; at < answer.Tokens.Count; at++)
        {
            var token = answer.Tokens[at];
            nesting += Statements.Nesting(token.Kind);
            if (nesting > 0) continue;
            if (Statement.IsOfCondition(token)) return [start];
            if (token is { Kind: TokenKind.Equal, Text: "=" } && !answer.IsIndexOfSum(at) && at + 1 < answer.Tokens.Count) links.Add(at + 1);
        }

        return links;
    }

    /// <summary>Whether dy/ds stands there: with symbols d and s it could be taken for a quotient of products.</summary>
    private static bool HasDerivative(List<Token> step)
    {
        for (var at = 1; at + 1 < step.Count; at++)
        {
            if (step[at].Kind == TokenKind.Slash && step[at - 1] is { Kind: TokenKind.Name, Text: ['d', ..] } && step[at + 1] is { Kind: TokenKind.Name, Text: ['d', ..] }) return true;
        }

        return false;
    }

    /// <summary>The formulas before the last one. What is no formula by itself, such as a derivative that is still to be taken, is passed over.</summary>
    private EquatableList<Syntax> EarlierSteps(Statement answer, List<int> links)
    {
        var steps = new List<Syntax>();
        for (var link = 0; link + 1 < links.Count && link < MostSteps; link++)
        {
            if (HasDerivative(answer.Tokens.GetRange(links[link], links[link + 1] - 1 - links[link]))) continue;
            try
            {
                steps.Add(ParseRange(answer, links[link], links[link + 1] - 1, abbreviations, []));
            }
            catch (Refusal)
            {
                continue;
            }
        }

        return steps.ToEquatableList();
    }
}
