using Formulas.Functions;
using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Authoring;

/// <summary>Letters in statements that no part declares and no text introduces: often a symbol that was renamed in one of the two files.</summary>
internal static class StatementRules
{
    /// <summary>What everybody reads without being told: Euler's number, a differential, a transpose, a probability, an expectation.</summary>
    private static readonly string[] Usual = ["e", "d", "t", "p", "ell"];

    private static readonly HashSet<string> FormulaKeys =
        ["canonical", "loss", "combine", "formula", "asked", "spellings", "definition", "boundary", "fromCells", "left", "right", "parameters", "name", "symbol", "inputs", "returns"];

    private static readonly HashSet<string> NamingKeys = ["symbols", "sizes", "functionNames", "marks", "given"];

    private static readonly HashSet<string> Words = ["sum", "prod", "cases", "else", "and", "or", "not"];

    public static void Check(WorksheetSource source, FindingLog log)
    {
        if (source is not { Worksheet: { } worksheet, Json: { } root, Statements: { } text }) return;
        var spans = StatementSpan.All(text).ToList();

        // What a text introduces, all later ones may use.
        var introduced = Introduced(spans.Where(span => span.Question is null)).Concat(Usual).ToHashSet(StringComparer.Ordinal);
        foreach (var (question, json) in worksheet.Questions.Zip(PlacedPart.Objects(root["questions"])))
        {
            var here = spans.Where(span => span.Question == question.Id).ToList();
            var declared = Declared(json).ToHashSet(StringComparer.Ordinal);
            foreach (var section in here.GroupBy(span => span.Part))
            {
                introduced.UnionWith(Introduced(section));
                var name = section.Key is null ? $"question {question.Id}" : section.Key;
                foreach (var (place, letter) in Unknown(section, [.. declared, .. introduced]))
                {
                    log.Add(
                        LintRules.UndeclaredSymbol, source.StatementsFile, place.Of(letter),
                        $"The text of {name} writes {letter.Written}, which question {question.Id} does not declare and no text introduces.",
                        $"Declare it under \"symbols\", or say what it is, as in ${letter.Written} = ...$.");
                }
            }
        }
    }

    /// <summary>The first of each letter that nothing explains.</summary>
    private static IEnumerable<(MathPlace Place, StatementLetter Letter)> Unknown(IEnumerable<StatementSpan> section, HashSet<string> known) =>
        section.SelectMany(span => span.Math.Letters.Select(letter => (span.Place, Letter: letter)))
            .Where(found => !known.Contains(found.Letter.Name)).DistinctBy(found => found.Letter.Name);

    private static IEnumerable<string> Introduced(IEnumerable<StatementSpan> spans) => spans.SelectMany(span => span.Math.Introduced);

    private static IEnumerable<string> Declared(JObject question) => question.Descendants().OfType<JProperty>().SelectMany(property => property switch
    {
        { Value: JObject named } when NamingKeys.Contains(property.Name) => named.Properties().SelectMany(entry => Letters(entry.Name)),
        _ when FormulaKeys.Contains(property.Name) && property.Ancestors().OfType<JProperty>().All(above => above.Name is not ("misconceptions" or "options")) =>
            property.Value.SelectTokens("$..*").Prepend(property.Value).Where(token => token.Type == JTokenType.String).SelectMany(token => Letters(token.Value<string>()!)),
        _ => [],
    });

    /// <summary>The letters that names in a formula begin with: theta of theta_y, x of x1, w of dL/dw.</summary>
    private static IEnumerable<string> Letters(string formula)
    {
        for (var k = 0; k < formula.Length; k++)
        {
            if (!char.IsAsciiLetter(formula[k])) continue;
            var start = k;
            while (k < formula.Length && char.IsAsciiLetter(formula[k])) k++;
            var name = formula[start..k];
            if (name.Length > 1 && (Words.Contains(name) || FunctionSignature.Find(name) is not null)) continue;
            foreach (var letter in LettersOfName(name.ToLowerInvariant())) yield return letter;
        }
    }

    private static IEnumerable<string> LettersOfName(string name)
    {
        if (name is "s") yield return "sigma";
        yield return StatementMath.IsGreek(name) ? name : name[..1];
        if (name.Length > 1 && name[0] == 'd') yield return StatementMath.IsGreek(name[1..]) ? name[1..] : name[1..2];
    }
}
