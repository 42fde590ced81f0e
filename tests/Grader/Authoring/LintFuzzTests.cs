using System.Text.RegularExpressions;
using Grader.Authoring;

namespace Grader.Tests.Authoring;

/// <summary>Whatever an author mistypes, lint has words for it and goes on: it neither throws nor gives a part up.</summary>
public sealed partial class LintFuzzTests
{
    private static readonly string[] Oddities =
    [
        "0", "-1", "1e308", "2147483647", "[]", "{}", "\"\"", "null", "true", "\"1e9\"", "[1]", "[[1]]", "\"map\"", "\"index\"", "\"function\"", "\"derived\"",
        "\"table\"", "\"graph\"", "\"fit\"", "\"choice\"", "\"integers\"", "\"one-hot\"", "\"sum(k,1,d, w_k)\"", "\"softmax(w)\"",
    ];

    [Test]
    public void Lint_OfMistypedSheets_NeverGivesUp([Range(0, 39)] int seed)
    {
        var random = new Random(seed);
        var tokens = Token().Matches(AuthoredSheet.Json).Select(match => match.Value).ToArray();
        var places = Enumerable.Range(0, tokens.Length).Where(k => Value().IsMatch(tokens[k])).ToArray();
        for (var edit = random.Next(1, 4); edit > 0; edit--)
        {
            var place = places[random.Next(places.Length)];
            tokens[place] = random.Next(3) switch
            {
                0 => tokens[places[random.Next(places.Length)]],
                1 => Oddities[random.Next(Oddities.Length)],
                _ => Mistyped(tokens[place], random),
            };
        }

        var json = string.Concat(tokens);
        var found = AuthoredSheet.LintFiles(json, AuthoredSheet.Statements);

        Assert.That(found.Where(finding => finding.Rule == LintRules.NotChecked).Select(finding => finding.ToString()), Is.Empty, json);
    }

    private static string Mistyped(string token, Random random)
    {
        const string Keys = "()+-*/^_,.=<>xyW1 ";
        if (token.Length < 4) return token + token;
        var place = random.Next(1, token.Length - 1);
        return token[..place] + Keys[random.Next(Keys.Length)] + token[(place + 1)..];
    }

    [GeneratedRegex("\"[^\"]*\"|-?[0-9.]+|true|false|\\s+|.")]
    private static partial Regex Token();

    [GeneratedRegex("^[\"0-9tf-]")]
    private static partial Regex Value();
}
