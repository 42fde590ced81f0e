using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Simulation;

/// <summary>One option of several.</summary>
internal sealed class ChoiceAnswers(EquatableList<Option> options) : IPartAnswers
{
    public Written Right(Pen pen) => Written.Right(OptionSpelling.Of(pen.One([.. options.Where(option => option.Truth)]), pen), "option");

    public Written? Mistaken(Pen pen) =>
        new(OptionSpelling.Of(pen.One([.. options.Where(option => !option.Truth)]), pen), Verdict.Incorrect, "wrong option", ["wrong-option"]);

    public Written? Unreadable(Pen pen) => pen.Random.OneIn(2)
        ? new("the-first-one", Verdict.Unreadable, "unknown option", ["unknown-option"])
        : Written.Unreadable(new JArray(options[0].Id, options[1].Id), "two options");
}

/// <summary>Any number of options: the true ones less the false ones count.</summary>
internal sealed class ClaimsAnswers(EquatableList<Option> options) : IPartAnswers
{
    public Written Right(Pen pen) => Written.Right(Chosen(options.Where(option => option.Truth), pen), "options");

    public Written? Mistaken(Pen pen)
    {
        var chosen = options.Where(option => pen.Random.OneIn(2)).DefaultIfEmpty(pen.One(options)).ToList();
        if (chosen.Count(option => option.Truth) == options.Count(option => option.Truth) && chosen.TrueForAll(option => option.Truth)) chosen = [.. options];
        var wrongly = chosen.Any(option => !option.Truth);
        var overlooked = options.Any(option => option.Truth && !chosen.Contains(option));
        if (!wrongly && !overlooked) return null;
        // Counted in whole numbers: found/true - wrong/false, above 0 or not.
        var (found, wrong) = (chosen.Count(option => option.Truth), chosen.Count(option => !option.Truth));
        var (trues, falses) = (options.Count(option => option.Truth), options.Count(option => !option.Truth));
        var earns = found * Math.Max(falses, 1) > wrong * Math.Max(trues, 1);
        return new(Chosen(chosen, pen), earns ? Verdict.Partial : Verdict.Incorrect, "wrong options", [wrongly ? "wrongly-chosen" : "overlooked"]);
    }

    public Written? Unreadable(Pen pen) => pen.Random.OneIn(2)
        ? new(new JArray("the-first-one"), Verdict.Unreadable, "unknown option", ["unknown-option"])
        : Written.Unreadable(3, "wrong type");

    private static JToken Chosen(IEnumerable<Option> chosen, Pen pen)
    {
        var names = chosen.Select(option => OptionSpelling.Of(option, pen)).ToList();
        return pen.Random.OneIn(3) ? string.Join(", ", names) : new JArray(names.Cast<object>().ToArray());
    }
}

/// <summary>Capitals, blanks and underscores as people put them.</summary>
internal static class OptionSpelling
{
    public static string Of(Option option, Pen pen) => pen.Random.Next(0, 7) switch
    {
        0 => option.Id.Replace('-', ' '),
        1 => option.Id.ToUpperInvariant(),
        2 => option.Id.Replace('-', '_'),
        _ => option.Id,
    };
}
