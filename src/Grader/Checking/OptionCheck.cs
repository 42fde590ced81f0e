using Formulas.Text;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>Choices and claims: options by name.</summary>
internal static class OptionCheck
{
    public static (Judgement Judgement, AnswerReading? Reading) Choice(Answer answer, IReadOnlyList<Option> options)
    {
        if (answer is Answer.Unusable unusable) return (Judgement.Unreadable(Messages.Unusable(unusable.Problem)), null);
        if (Names(answer) is not { } names) return (Judgement.Unreadable(Messages.OptionWanted(Ids(options))), Reading(answer));
        var given = names.Where(name => name.Length > 0).Distinct().ToList();
        if (given.Count == 0) return (Judgement.Missing, null);
        if (given.Count > 1) return (Judgement.Unreadable(Messages.OptionWanted(Ids(options))), Reading(answer));
        var chosen = options.FirstOrDefault(option => option.Id == given[0]);
        if (chosen is null) return (Judgement.Unreadable(Unknown(given[0], options)), Reading(answer));
        return (chosen.Truth ? Judgement.Correct() : Judgement.Incorrect(Messages.WrongOption(chosen)), Reading(answer));
    }

    /// <summary>
    /// The credit is the share of the true options that were chosen, less the share of the false ones that were; not below 0.
    /// So choosing all or none earns nothing, and guessing earns nothing on the average before that floor.
    /// </summary>
    public static (Judgement Judgement, AnswerReading? Reading) Claims(Answer answer, IReadOnlyList<Option> options)
    {
        if (answer is Answer.Unusable unusable) return (Judgement.Unreadable(Messages.Unusable(unusable.Problem)), null);
        if (Names(answer) is not { } names) return (Judgement.Unreadable(Messages.OptionsWanted(Ids(options))), Reading(answer));
        var given = names.Where(name => name.Length > 0).ToList();
        if (given.Count == 0) return (Judgement.Missing, null);

        var chosen = options.Where(option => given.Contains(option.Id)).ToList();
        var unknown = given.Distinct().Where(name => options.All(option => option.Id != name)).ToList();
        var feedback = new List<Feedback>();
        feedback.AddRange(unknown.Select(name => Unknown(name, options)));
        if (chosen.Count == 0) return (Judgement.Unreadable([.. feedback]), Reading(answer));

        feedback.AddRange(given.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => Messages.DoubledOption(same.Key)));
        feedback.AddRange(options.Where(option => option.Truth != chosen.Contains(option))
            .Select(option => option.Truth ? Messages.Overlooked(option) : Messages.WronglyChosen(option)));
        var judged = Judgement.ByCredit(Math.Max(0, Share(options, chosen, truth: true) - Share(options, chosen, truth: false)));
        return (judged with { Feedback = feedback.ToEquatableList() }, Reading(answer));
    }

    private static decimal Share(IReadOnlyList<Option> options, List<Option> chosen, bool truth)
    {
        var all = options.Count(option => option.Truth == truth);
        return all == 0 ? 0 : (decimal)chosen.Count(option => option.Truth == truth) / all;
    }

    /// <summary>The names given, in the form option names have; null where the answer is of another kind.</summary>
    private static List<string>? Names(Answer answer) => answer switch
    {
        Answer.Text text => [.. text.Content.Split(',').Select(Normal)],
        Answer.ExplicitOption option => [Normal(option.Id)],
        Answer.TextList list => [.. list.Items.Select(Normal)],
        Answer.ExplicitValue { Inner: var inner } => Names(inner),
        Answer.Cells { Items.Count: 0 } => [],
        _ => null,
    };

    /// <summary>Capitals, blanks and underscores are nobody's mistake: "All equal" is all-equal.</summary>
    private static string Normal(string name) => name.Trim().ToLowerInvariant().Replace(' ', '-').Replace('_', '-');

    private static Feedback Unknown(string name, IReadOnlyList<Option> options) =>
        Messages.UnknownOption(name, NearestName.Of(name, Ids(options)), Ids(options));

    private static IEnumerable<string> Ids(IReadOnlyList<Option> options) => options.Select(option => option.Id);

    private static AnswerReading Reading(Answer answer) => AnswerReadings.OfText(AnswerReadings.Given(answer));
}
