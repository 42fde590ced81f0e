using System.Text.RegularExpressions;
using Formulas.Text;

namespace Grader.Exercises;

/// <summary>Reads the options of choices and claims, and the rubric of prose.</summary>
internal static partial class OptionReader
{
    public static PartKind.Choice ReadChoice(JsonRecord record, ProblemLog log)
    {
        var options = ReadOptions(record, log);
        var right = options.Count(option => option.Truth);
        if (options.Count > 0 && right != 1) log.Add(record.Json, $"A choice has exactly one true option, but {record.Json.Path} has {right}.", "Make it a part of kind \"claims\", or set \"truth\" right.");
        return new(options, record.OptionalText("experiment"));
    }

    public static PartKind.Claims ReadClaims(JsonRecord record, ProblemLog log)
    {
        var options = ReadOptions(record, log);
        if (options.Count > 0 && !options.Any(option => option.Truth)) log.Add(record.Json, $"None of the options of {record.Json.Path} is true.", "An empty answer would be the right one; add a true option.");
        return new(options, record.OptionalText("experiment"));
    }

    public static PartKind.Prose ReadProse(JsonRecord record, decimal points, ProblemLog log)
    {
        var rubric = record.Records("rubric").Select(item => ReadRubricItem(item, log)).ToEquatableList();
        if (rubric.Count == 0) log.Add(record.Json, $"\"rubric\" is missing in {record.Json.Path}.", "Say what a person looks for, and for how many points.");
        RefuseDoubled(rubric.Select(item => item.Id), record, log);
        var sum = rubric.Sum(item => item.Points);
        if (rubric.Count > 0 && sum != points) log.Add(record.Json, $"The rubric gives {sum} points, but {record.Json.Path} has {points}.");
        return new(rubric);
    }

    private static EquatableList<Option> ReadOptions(JsonRecord record, ProblemLog log)
    {
        var hasExperiment = record.Token("experiment") is not null;
        var options = record.Records("options").Select(option => ReadOption(option, hasExperiment, log)).ToEquatableList();
        if (options.Count < 2) log.Add(record.Json, $"{record.Json.Path} needs at least two options.", "List them under \"options\".");
        RefuseDoubled(options.Select(option => option.Id), record, log);
        return options;
    }

    private static Option ReadOption(JsonRecord record, bool hasExperiment, ProblemLog log)
    {
        record.Required("truth", "true or false");
        var option = new Option(record.Text("id"), record.Text("text"), record.Flag("truth"), record.Text("feedback"), record.OptionalText("claim"));
        record.RefuseUnknownKeys();
        if (!KebabCase().IsMatch(option.Id)) log.Add(record.Json, $"\"{option.Id}\" cannot be the id of an option.", "Use small letters, digits and hyphens, as in all-equal.");
        if (option.Claim is not null && !hasExperiment) log.Add(record.Json, $"The option {option.Id} names a claim, but the part names no experiment that settles it.");
        return option;
    }

    private static RubricItem ReadRubricItem(JsonRecord record, ProblemLog log)
    {
        var points = record.OptionalNumber("points") ?? 0;
        if (points <= 0) log.Add(record.Json, "A rubric item has points above 0.");
        var item = new RubricItem(record.Text("id"), record.Text("text"), (decimal)points);
        record.RefuseUnknownKeys();
        return item;
    }

    private static void RefuseDoubled(IEnumerable<string> ids, JsonRecord record, ProblemLog log)
    {
        foreach (var id in ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            log.Add(record.Json, $"The id \"{id}\" stands twice in {record.Json.Path}.");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}
