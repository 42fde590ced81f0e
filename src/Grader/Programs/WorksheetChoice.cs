using Grader.Checking.Methods;
using Grader.Exercises;
using Protocol;

namespace Grader.Programs;

/// <summary>
/// Which worksheet a program answers, where no answer file says so: the one that a class, namespace or file is named after, else the
/// one most of whose methods it has.
/// </summary>
internal static class WorksheetChoice
{
    /// <param name="file">The program's file name, for its hint.</param>
    public static Choice Of(IReadOnlyList<ScannedMethod> methods, string file, Library library)
    {
        var worksheets = library.Ids.Select(library.Find).OfType<Found.Success>().Select(found => found.Worksheet).ToList();
        var names = methods.Select(method => method.DeclaringType).Distinct().Prepend(file).Select(Letters).ToList();
        var hinted = worksheets.Where(worksheet => names.Exists(name => name.Contains(Letters(worksheet.Id), StringComparison.Ordinal))).ToList();
        if (hinted is [var only]) return new Choice.One(only);
        var ranked = worksheets
            .Select(worksheet => (Worksheet: worksheet, Score: Score(worksheet, methods)))
            .Where(pair => pair.Score.Named > 0)
            .OrderByDescending(pair => pair.Score).ToList();
        return ranked switch
        {
            [] => new Choice.None(),
            [var best] => new Choice.One(best.Worksheet),
            [var best, var next, ..] when best.Score.CompareTo(next.Score) > 0 => new Choice.One(best.Worksheet),
            _ => new Choice.Several([.. ranked.TakeWhile(pair => pair.Score == ranked[0].Score).Select(pair => pair.Worksheet.Id)]),
        };
    }

    /// <summary>How many of a worksheet's methods are there with parameters that it knows, and how many are there at all.</summary>
    private static (int Fitting, int Named) Score(Worksheet worksheet, IReadOnlyList<ScannedMethod> methods)
    {
        var contracts = worksheet.Parts.Select(MethodContract.Of).OfType<MethodContract>().ToList();
        var named = contracts.Select(contract => (Contract: contract, Method: methods.FirstOrDefault(method => method.Name == contract.Name)))
            .Where(pair => pair.Method is not null).ToList();
        return (named.Count(pair => pair.Method!.Parameters.All(pair.Contract.Knows)), named.Count);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>What the choice came to.</summary>
    internal abstract record Choice
    {
        private Choice()
        {
        }

        public sealed record One(Worksheet Worksheet) : Choice;

        public sealed record None : Choice;

        public sealed record Several(IReadOnlyList<string> Ids) : Choice;
    }
}
