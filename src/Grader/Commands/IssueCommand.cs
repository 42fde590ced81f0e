using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Grader.Batching;
using Grader.Checking;
using Grader.Exercises;
using Grader.Exporting;
using Grader.Reporting;
using Grader.Variants;

namespace Grader.Commands;

/// <summary><c>grader issue WORKSHEET --roster CSV --seed S -o DIR</c> and <c>grader issue WORKSHEET --check-variants N</c>.</summary>
internal static class IssueCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var worksheet = new Argument<string>("WORKSHEET") { Description = "As 'grader list' names it" };
        var roster = new Option<string?>("--roster") { Description = "Who is in the class", HelpName = "CSV" };
        var idColumn = new Option<string?>("--id-column") { Description = "The roster's column of ids, where it is not found", HelpName = "HEADER" };
        var seed = new Option<string?>("--seed") { Description = "A phrase that only the course knows; checking needs it again", HelpName = "PHRASE" };
        var folder = new Option<string?>("--output", "-o") { Description = "The folder to write to", HelpName = "DIR" };
        var check = new Option<int?>("--check-variants") { Description = "Make N variants and say whether they will do; writes nothing", HelpName = "N", CustomParser = ReadCount };
        var command = new Command("issue", "Gives each student own numbers: a sheet to read or print, and an answer file.")
        {
            worksheet, roster, idColumn, seed, folder, check, CommonOptions.Format(),
        };
        command.SetAction(call =>
        {
            var found = new WorksheetFinder(Library.Open(CommonOptions.ExercisesFolder(call, surroundings))).Worksheet(call.GetRequiredValue(worksheet));
            var phrase = call.GetValue(seed);
            if (call.GetValue(check) is { } count) return Varied(() => CheckVariants(found, phrase ?? "variants", count, CommonOptions.WantsJson(call), surroundings));
            var list = call.GetValue(roster) ?? throw new UnusableCallException("Who is to get a sheet?", "Name the class list with --roster CSV: a table with a column of ids, or an export of Canvas, Moodle or Gradescope.");
            if (string.IsNullOrWhiteSpace(phrase)) throw new UnusableCallException("The numbers need a seed.", "Give a phrase that only the course knows with --seed, and keep it: 'grader batch' takes it as --variant-seed.");
            return Varied(() => Issue(found, ReadRoster(list, call.GetValue(idColumn)), phrase, call.GetValue(folder) ?? found.Id, surroundings));
        });
        return command;
    }

    private static int? ReadCount(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)) return count;
        result.AddError($"--check-variants must be a whole number, but is '{result.Tokens[0].Value}'.");
        return null;
    }

    private static int Varied(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (NoVariantException problem)
        {
            throw new UnusableCallException(problem.Message, "Variants are as hard as the sheet. Give the question numbers under \"given\" at which no right value happens to be 0, or a wider domain.");
        }
    }

    private static Roster ReadRoster(string path, string? idColumn)
    {
        try
        {
            return RosterReader.Read(TextFile.Read(path), idColumn);
        }
        catch (FormatException problem)
        {
            throw new UnusableCallException($"{path}: {problem.Message}");
        }
    }

    private static int Issue(Worksheet worksheet, Roster roster, string phrase, string folder, Surroundings surroundings)
    {
        foreach (var problem in roster.Problems) surroundings.Error.WriteLine(TerminalText.Safe(problem));
        var people = roster.People.Where(person => person.Id.Length > 0).DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase).ToList();
        if (people.Count == 0) throw new UnusableCallException("The roster has nobody with an id.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new UnusableCallException($"The folder '{folder}' is not empty.", "Name another with -o: what was handed out before stays as it is.");
        }

        var maker = new VariantMaker(worksheet);
        var places = PageNames.For(people.Select(person => person.Id)).Select(Path.GetFileNameWithoutExtension).ToList();
        try
        {
            foreach (var (person, place) in people.Zip(places)) Write(Make(maker, worksheet, person, phrase), Path.Combine(folder, place!));
            WholeFile.Write(Path.Combine(folder, "issued.csv"), CsvWriting.Table(
            [
                ["student", "name", "variant", "folder"],
                .. people.Zip(places, (person, place) => (IReadOnlyList<CsvCell>)[person.Id, person.Name, VariantCode.Of(phrase, worksheet.Id, person.Id).Text, place!]),
            ]));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCallException($"The sheets cannot be written to '{folder}': {problem.Message}", "Name a folder that may be written to, with -o.");
        }

        surroundings.Output.WriteLine($"{people.Count} sheets are in {folder}, a folder for each student; issued.csv lists them.");
        surroundings.Output.WriteLine("Later: grader batch HAND-INS -o OUT --variant-seed PHRASE, with the same phrase.");
        return ExitCode.Well;
    }

    private static HandOut Make(VariantMaker maker, Worksheet worksheet, RosterPerson person, string phrase)
    {
        var code = VariantCode.Of(phrase, worksheet.Id, person.Id);
        return new(person.Id, person.Name, code, maker.Make(code));
    }

    private static void Write(HandOut handOut, string folder)
    {
        Directory.CreateDirectory(folder);
        var id = handOut.Worksheet.Id;
        WholeFile.Write(Path.Combine(folder, $"{id}.html"), HandOutPage.Render(handOut, $"{id}.json"));
        WholeFile.Write(Path.Combine(folder, $"{id}.json"), AnswerFileTemplate.For(handOut.Worksheet, handOut.Student, handOut.Code.Text));
    }

    private static int CheckVariants(Worksheet worksheet, string phrase, int count, bool json, Surroundings surroundings)
    {
        if (count is < 2 or > 10_000) throw new UnusableCallException($"{count} variants cannot be compared.", "Give a number from 2 to 10000.");
        var report = VariantCheck.Run(worksheet, phrase, count, new Checker(surroundings.ClassSecret));
        var well = report.FullMarks == count && report.Shared < VariantReport.MostShared;
        if (json) surroundings.Output.WriteLine(VariantReportText.ToJson(worksheet.Id, report));
        else VariantReportText.Write(worksheet.Id, report, ConsoleOutput.To(surroundings.Output, surroundings.Terminal, surroundings.Colour));
        return well ? ExitCode.Well : ExitCode.NotWell;
    }
}
